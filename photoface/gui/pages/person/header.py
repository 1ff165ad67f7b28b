"""The head of a person's page: cover, name that can be changed in place, what is known and how sure that is."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.pages.person.words import card_texts
from photoface.gui.theme.paint import round_picture
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel
from photoface.gui.widgets.name_field import NameField
from photoface.services.review.spot_check import FACES
from photoface.services.showing.person_card import PersonCard, person_card
from photoface.services.showing.portrait import PersonView

_COVER = 72


class PersonHeader(QWidget):
    """``named`` with a Named: a group got a name, or a person another one."""

    named = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cover_key: PictureKey | None = None
        self.cover = QLabel()
        self.cover.setFixedSize(_COVER, _COVER)
        self.name = ElidedLabel()
        self.name.setProperty("kind", "display")
        self.star = QLabel("★")
        self.star.setProperty("kind", "display")
        self.star.setToolTip(self.tr("A favourite: before all others on the People page"))
        self.star.setAccessibleName(self.tr("Favourite"))
        self.rename = QPushButton(self.tr("Rename …"))
        self.rename.setProperty("kind", "link")
        self.field = NameField(desk)
        self.field.setProperty("kind", "title")
        self.field.setMinimumWidth(200)
        self.field.setMaximumWidth(360)
        self.note = QLabel()
        self.note.setProperty("kind", "note")
        self.facts = ElidedLabel()
        self.facts.setProperty("kind", "note")
        self.card = ElidedLabel()
        self.card.setProperty("kind", "note")
        self.check = QPushButton(self.tr("Check %n at random …", "", FACES))
        self.check.setProperty("kind", "link")
        self.check.setToolTip(self.tr("Look at some faces, drawn by lot: how many guesses are right?"))
        self._person_id: int | None = None
        self._reading = Ticket(self)
        self._names = QStackedWidget()
        self._build()

    def show_person(self, view: PersonView) -> None:
        """Say who this is."""
        person, group = view.person, view.group
        self.field.set_together(view.together)
        self._show_cover(person.cover_face_id if person else group.cover_face_id if group else None)
        if not self.field.hasFocus():  # a refresh must not take away what somebody is typing
            self._names.setCurrentIndex(0 if person else 1)
        self._show_facts(view)
        self._read_card(view)
        if person is not None:
            self.name.setText(person.name)
            counts = [self.tr("%n photo(s)", "", person.photos), self.tr("%n confirmed", "", person.confirmed)]
            counts += [self.tr("%n named", "", person.named)] if person.named else []
            counts += [self.tr("%n suggested", "", person.suggested)] if person.suggested else []
            rejected = len(view.rejected)
            counts += [self.tr("%n said to be somebody else", "", rejected)] if rejected else []
            self.note.setText(" · ".join(counts))
        elif group is None:
            self._names.setCurrentIndex(0)
            self.name.setText(self.tr("Set aside"))
            text = self.tr(
                "%n face(s) that were ignored, or marked as none. Select some to bring them back.",
                "",
                len(view.guessed),
            )
            self.note.setText(text if view.guessed else "")
        else:
            self.name.setText("")
            self.note.setText(self.tr("%n face(s) that belong together. Who is this?", "", len(view.guessed)))

    def clear(self) -> None:
        """Nobody yet."""
        self.field.clear()
        self.say("")

    def say(self, text: str) -> None:
        """A sentence instead of a person."""
        self._names.setCurrentIndex(0)
        self.name.setText("")
        self._reading.cancel()
        for widget in (self.star, self.rename, self.facts, self.card, self.check):
            widget.hide()
        self.note.setText(text)

    def ask_name(self) -> None:
        """The cursor goes into the name field."""
        self._names.setCurrentIndex(1)
        self.field.setFocus()

    def _build(self) -> None:
        titles = QWidget()
        title_row = QHBoxLayout(titles)
        title_row.setContentsMargins(0, 0, 0, 0)
        title_row.addWidget(self.star)
        title_row.addWidget(self.name)
        title_row.addWidget(self.rename)
        title_row.addStretch(1)
        fields = QWidget()
        field_row = QHBoxLayout(fields)
        field_row.setContentsMargins(0, 0, 0, 0)
        field_row.addWidget(self.field)
        field_row.addStretch(1)
        self._names.addWidget(titles)
        self._names.addWidget(fields)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._names)
        texts.addWidget(self.note)
        texts.addWidget(self.facts)
        card_row = QHBoxLayout()
        card_row.setSpacing(3 * SPACE)
        card_row.addWidget(self.card)
        card_row.addWidget(self.check)
        card_row.addStretch(1)
        texts.addLayout(card_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 3 * SPACE)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.cover)
        row.addLayout(texts, 1)
        self.rename.clicked.connect(self.start_renaming)
        self.check.clicked.connect(lambda _checked: self._desk.places.go(Place("check", self._person_id)))
        self.field.chosen.connect(self._take)
        cancel = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.field, self._stop_renaming)
        cancel.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._desk.images.arrived.connect(self._arrived)

    def start_renaming(self) -> None:
        """The name becomes a field; for a group the cursor goes into it."""
        if self.name.text():
            self.field.setText(self.name.text())
        self.ask_name()
        self.field.selectAll()

    def _stop_renaming(self) -> None:
        if self.name.text():
            self._names.setCurrentIndex(0)

    def _show_facts(self, view: PersonView) -> None:
        """Star, nickname, birth date and notes, and whether the person is hidden."""
        notes, words = view.notes, []
        self.star.setVisible(view.person is not None and view.person.favourite)
        if view.person is not None and view.person.nickname:
            words.append(self.tr("also called {nickname}").format(nickname=isolated(view.person.nickname)))
        if view.person is not None and view.person.hidden:
            words.append(self.tr("hidden from the People page"))
        if notes is not None and notes.birth_date:
            born = QLocale().toString(QDate.fromString(notes.birth_date, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)
            words.append(self.tr("born {date}").format(date=born))
        if notes is not None and notes.notes:
            words.append(" ".join(notes.notes.split()))
        self.facts.setText(" · ".join(words))
        self.facts.setVisible(bool(words))
        self.rename.setVisible(view.person is not None)

    def _read_card(self, view: PersonView) -> None:
        """How sure all that is; it takes longer than the rest, and comes when it is there."""
        self._reading.cancel()
        person, self._person_id = view.person, view.person.person_id if view.person is not None else None
        self.check.setVisible(person is not None and person.named + person.suggested > 0)
        if person is None:
            self.card.hide()
            return
        person_id = person.person_id
        self._reading = self._desk.session.read(
            self, lambda library: person_card(library, person_id), self._show_card, lambda _gone: self.card.hide()
        )

    def _show_card(self, card: PersonCard) -> None:
        texts = card_texts(card)
        self.card.setText(" · ".join(texts))
        self.card.setVisible(bool(texts))

    def _take(self, who: Named) -> None:
        self._names.setCurrentIndex(0)
        self.named.emit(who)

    def _show_cover(self, face_id: int | None) -> None:
        self._cover_key = None if face_id is None else PictureKey("face", face_id)
        found = self._desk.images.get(self._cover_key) if self._cover_key else None
        self.cover.setPixmap(round_picture(found, _COVER, self.devicePixelRatioF()) if found else QPixmap())

    def _arrived(self, keys: frozenset[PictureKey]) -> None:
        if self._cover_key in keys and self._cover_key is not None:
            self._show_cover(self._cover_key.number)
