"""The row below a person's name: what is shown, in which order, everything else, and all guesses at once."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from photoface.gui.core.isolating import isolated
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import short
from photoface.services.showing.portrait import Order, PersonView, poor_only

_BRIEF = 16


class Shown(StrEnum):
    """What of a person the page shows."""

    FACES = "faces"
    PHOTOS = "photos"
    REJECTED = "rejected"


class PersonTools(QWidget):
    """``changed`` when something else is to be shown; ``confirm_all`` is pressed for all guesses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order, self.poor, self.count = QComboBox(), QPushButton(self.tr("Poor pictures")), QLabel()
        self.confirm_all = QPushButton()
        self.more = QToolButton()
        self.menu = QMenu(self)
        self._choices = QButtonGroup(self)
        self._buttons = {each: QPushButton() for each in Shown}
        self._build()

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        return list(Shown)[self._choices.checkedId()]

    def choose(self, shown: Shown) -> None:
        """Show this."""
        self._buttons[shown].setChecked(True)

    def chosen_order(self) -> Order:
        """Of the faces."""
        return Order(self.order.currentData())  # Qt hands a StrEnum back as a plain str

    def show_all(self) -> None:
        """Whoever comes is seen whole."""
        self.choose(Shown.FACES)
        self.poor.setChecked(False)

    def filtered(self, view: PersonView) -> PersonView:
        """What of these faces is to be shown."""
        return poor_only(view) if self.poor.isChecked() else view

    def show_person(self, view: PersonView) -> None:
        """Say how many there are, and offer what can be done."""
        self._show_choices(view)
        self._show_poor(view)

    def _show_poor(self, view: PersonView) -> None:
        """Offer to see the poor ones only where there are some; all guesses are confirmed where all are seen."""
        poor, every = (len(each.decided) + len(each.guessed) for each in (poor_only(view), view))
        if not poor:
            with QSignalBlocker(self.poor):  # it is being shown
                self.poor.setChecked(False)
        faces, chosen = self.shown is Shown.FACES, self.poor.isChecked()
        self.poor.setVisible(faces and bool(poor))
        self.count.setVisible(faces and chosen)
        shown, count = (QLocale().toString(number) for number in (poor, every))
        self.count.setText(self.tr("{shown} of {count} shown").format(shown=shown, count=count))
        if chosen:
            self.confirm_all.hide()

    def _show_choices(self, view: PersonView) -> None:
        person, rejected, guesses = view.person, len(view.rejected), len(view.guessed)
        name = short(person.name) if person is not None else ""
        aside = self.tr("Not {name}").format(name=isolated(short(name, _BRIEF)))
        self._buttons[Shown.REJECTED].setText(aside.replace("&", "&&"))
        self._buttons[Shown.REJECTED].setToolTip(self.tr("%n face(s) of which you said so", "", rejected))
        for shown in (Shown.FACES, Shown.PHOTOS):
            self._buttons[shown].setVisible(person is not None)
        self._buttons[Shown.REJECTED].setVisible(bool(rejected))
        if (self.shown is Shown.REJECTED and not rejected) or person is None:
            self.choose(Shown.FACES)
        text = self.tr("Confirm all %n guess(es) as {name}", "", guesses).format(name=isolated(name))
        self.confirm_all.setText(text.replace("&", "&&"))
        self.confirm_all.setVisible(person is not None and bool(guesses) and self.shown is Shown.FACES)
        self.order.setVisible(self.shown is Shown.FACES)

    def _build(self) -> None:
        self._buttons[Shown.FACES].setText(self.tr("Faces"))
        self._buttons[Shown.PHOTOS].setText(self.tr("Photos"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.setSpacing(SPACE)
        for at, button in enumerate(self._buttons.values()):
            button.setCheckable(True)
            button.setProperty("kind", "quiet")
            self._choices.addButton(button, at)
            row.addWidget(button)
        self.choose(Shown.FACES)
        row.addStretch(1)
        for widget in (self.count, self.poor, self.order, self.more, self.confirm_all):
            row.addWidget(widget)
        self._dress()
        self._choices.idToggled.connect(lambda _at, on: self.changed.emit() if on else None)
        self.order.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.poor.toggled.connect(lambda _on: self.changed.emit())

    def _dress(self) -> None:
        self.poor.setCheckable(True)
        self.poor.setProperty("kind", "quiet")
        self.poor.setToolTip(self.tr("Only faces that are too small or too blurred to judge"))
        self.count.setProperty("kind", "note")
        for widget in (self.poor, self.count):
            widget.hide()
        for order, text in (
            (Order.DATE, self.tr("By date")),
            (Order.SIMILARITY, self.tr("By similarity")),
            (Order.QUALITY, self.tr("By quality")),
        ):
            self.order.addItem(text, order)
        self.order.setAccessibleName(self.tr("Order of the faces"))
        self.confirm_all.setProperty("kind", "primary")
        self.confirm_all.setToolTip(self.tr("All faces below “Is this …?”, and no other ones (Ctrl+Return)"))
        self.confirm_all.hide()
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(20, 20))
        self.more.setProperty("kind", "quiet")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName(self.tr("More that can be done"))
        self.more.setToolTip(self.tr("More that can be done"))
        self.more.setMenu(self.menu)
