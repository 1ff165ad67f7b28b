"""What a regrouping would do, as cards with faces: who joins, who parts, and decisions that contradict one another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from photoface.gui.core.images import Images
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel
from photoface.gui.widgets.faces_row import FacesRow
from photoface.services.groups.strictness import SHOWN, Move, Preview, Side

_FACE = 44
_SIDES = 6


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("MoveCards", text, None, number)


def cards_of(preview: Preview, images: Images) -> list[QWidget]:
    """Contradictions first, then joins and parts, those that move most faces first."""
    cards: list[QWidget] = []
    if preview.clashes:
        cards.append(plain_label(tr("%n decision(s) contradict others", len(preview.clashes)), "strong"))
        cards += [
            _card(why(clash.why), [(_faces_text(len(faces)), [one.face_id for one in faces[:6]])], images)
            for clash, faces in preview.clashes[:SHOWN]
        ]
    for title, moves in (
        (tr("Would become one, the largest first"), preview.joins),
        (tr("Would part, the largest first"), preview.parts),
    ):
        if moves:
            cards.append(plain_label(title, "strong"))
            cards += [_move_card(move, images) for move in moves]
    return cards


def why(reason: str) -> str:
    """Why decisions contradict each other."""
    return {
        "photo": tr("Two faces of one photo were said to be one person"),
        "person": tr("Faces were said to be two people, and one person"),
        "rejected": tr("A face was said not to be a person, and to be with that person"),
        "different": tr("Faces were said to be different people, and one person"),
    }.get(reason, reason)


def _move_card(move: Move, images: Images) -> QFrame:
    sides = [(_side_text(side), list(side.examples)) for side in move.sides[:_SIDES]]
    return _card(_title(move), sides, images)


def _title(move: Move) -> str:
    if move.whole is None:
        return tr("%n group(s) become one", len(move.sides))
    name = move.whole.name or tr("A group without a name")
    return tr("{name} falls into %n part(s)", len(move.sides)).format(name=isolated(name))


def _side_text(side: Side) -> str:
    return f"{side.name} · {_faces_text(side.faces)}" if side.name else _faces_text(side.faces)


def _faces_text(number: int) -> str:
    return tr("%n face(s)", number)


def _card(title: str, sides: list[tuple[str, list[int]]], images: Images) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
    column.addWidget(plain_label(title, ""))
    for text, faces in sides:
        label, row = ElidedLabel(text), QHBoxLayout()
        label.setProperty("kind", "note")
        label.setFixedWidth(150)
        examples = FacesRow(images, _FACE, 6)
        examples.show_faces(faces)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(examples, 1)
        column.addLayout(row)
    return card
