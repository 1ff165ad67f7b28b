"""Why a face is whom it is said to be: who is near, how near, and who is ruled out."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.pages.review.words import rate_text, round_nicely, ruled_out
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.picture import Picture
from photoface.services.review.explaining import Band, Candidate, Explanation, explain

_FACE, _NEAR = 112, 56
_MORE_OFTEN_WRONG = 2 / 3
"""Beyond this share "1 in 1" would be said."""


class ExplainDialog(Sheet):
    """Only tells; nothing is decided here."""

    def __init__(self, desk: Desk, face_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent, 600)
        self._desk = desk
        title = self.tr("Why this person?")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.face = Picture(desk.images, _FACE)
        self.face.show_key(PictureKey("face", face_id))
        self.standing = plain_label("", "lead")
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        row.addWidget(self.face)
        row.addWidget(self.standing, 1)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(2 * SPACE)
        self.body.addLayout(row)
        self.body.addLayout(self.cards)
        self.body.addStretch(1)
        self.add_button(self.tr("Close"), self.accept, "primary")
        desk.session.read(self, lambda library: explain(library, face_id), self._show, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.standing.setText(sentence_of(error))

    def _show(self, found: Explanation) -> None:
        self.standing.setText(self._standing(found))
        for one in found.candidates:
            self.cards.addWidget(self._card(one))
        self.fit()

    def _standing(self, found: Explanation) -> str:
        name, group = isolated(found.face.person or ""), self.tr("%n face(s)", "", found.faces)
        text = {
            Band.DECIDED: self.tr("You said so: {name}.") if name else self.tr("You set this face aside."),
            Band.TOGETHER: self.tr("Suggested to be {name}: it is in one group with faces that you named so."),
            Band.JOIN: self.tr("Suggested to be {name}: the group of {group} is near enough."),
            Band.ASK: self.tr("Nobody yet. Review asks about its group of {group}."),
            Band.LEAVE: self.tr("Nobody. Its group of {group} is near enough to nobody who has a name."),
            Band.UNKNOWN: self.tr("This face could not be compared with any other one."),
        }[found.band]
        return " ".join(part for part in (text.format(name=name, group=group), self._chance(found)) if part)

    def _chance(self, found: Explanation) -> str:
        """How often such a suggestion is wrong."""
        if found.wrong is None or found.band not in (Band.JOIN, Band.ASK):
            return ""
        if found.wrong > _MORE_OFTEN_WRONG:
            return self.tr("Such guesses are wrong more often than right.")
        count = QLocale().toString(round_nicely(1 / max(found.wrong, 1e-4)))
        return self.tr("Of such guesses about 1 in {count} is wrong.").format(count=count)

    def _card(self, one: Candidate) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        row.setSpacing(3 * SPACE)
        near = FacesRow(self._desk.images, _NEAR, 3)
        near.show_faces([each.face.face_id for each in one.near])
        near.setFixedWidth(3 * (_NEAR + SPACE))
        texts = QVBoxLayout()
        texts.addWidget(plain_label(one.person.name, "strong"))
        if one.near:
            texts.addWidget(plain_label(rate_text(one.near[0].rate), "note"))
        if one.vetoes:
            texts.addWidget(plain_label(ruled_out(one), "bad"))
        texts.addStretch(1)
        row.addWidget(near)
        row.addLayout(texts, 1)
        return card
