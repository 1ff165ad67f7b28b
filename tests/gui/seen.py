"""What a user can read in a window: every text of its widgets, models, menus, tooltips and accessible names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoface.gui.models.roles import Role

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Role.TITLE,
    Role.NOTE,
    Role.BADGE,
)


def texts_of(window: QWidget) -> set[str]:
    """All of them, of children too, whether they are on top or not."""
    found = {text for widget in (window, *window.findChildren(QWidget)) for text in _of_widget(widget)}
    found |= {text for action in window.findChildren(QAction) for text in (action.text(), action.toolTip())}
    return {plain(text) for text in found if text.strip()}


def cut(window: QWidget) -> set[str]:
    """Texts of labels and buttons that are seen, and narrower than what they say without a tooltip that says it."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible() and each.width() and each.height()]
    texts = [each for each in shown if isinstance(each, QLabel | QAbstractButton) and each.text()]
    whole = [each for each in texts if not _may_be_narrow(each)]
    return {each.text() for each in whole if each.width() < each.fontMetrics().horizontalAdvance(plain(each.text()))}


def until_whole(qtbot: QtBot, window: QWidget) -> None:
    """Until no text is cut: new texts are laid out soon."""

    def whole() -> None:
        assert cut(window) == set()

    qtbot.waitUntil(whole)


def _may_be_narrow(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel):
        return widget.wordWrap() or bool(widget.toolTip())
    only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() == only and not widget.icon().isNull()


def plain(text: str) -> str:
    """Without tags, keys to press with Alt, and the key after a tab."""
    if "<" in text:
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    return re.sub(r"\(&\w\)|&(?=\w)", "", text.split("\t")[0])


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTextBrowser):
        yield from re.findall(r"<h3[^>]*>(.*?)</h3>", widget.toHtml())  # below them are licences
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for section in getattr(model, "sections", None) or ():
        yield from (section.title, section.note)
    for row in range(min(model.rowCount(QModelIndex()), 40)):
        index = model.index(row, 0)
        yield from (str(text) for role in _ROLES if isinstance(text := index.data(role), str))
