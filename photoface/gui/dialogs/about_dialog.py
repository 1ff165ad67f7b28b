"""What photoface is, what it promises, under which licences its parts are, and what to send with a question."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from photoface import __version__
from photoface.gui.core.desk import Desk
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.services.keeping.diagnostics import diagnostics
from photoface.services.keeping.licences import Licence, library_licences, model_licences
from photoface.services.library import Library

_PICTURE = 72


class AboutDialog(QDialog):
    """Three tabs: about, licences, diagnostics."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About photoface"))
        self.resize(640, 520)
        self.licences, self.diagnostics = QTextBrowser(), QPlainTextEdit()
        self.licences.setOpenExternalLinks(True)
        self.diagnostics.setReadOnly(True)
        self.diagnostics.setProperty("kind", "field")
        self.diagnostics.setAccessibleName(self.tr("Diagnostics"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("About photoface"))
        self.tabs.addTab(self._about(), self.tr("About"))
        self.tabs.addTab(self.licences, self.tr("Licences"))
        self.tabs.addTab(self._help(), self.tr("Diagnostics"))
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        store = desk.engine.model_store

        def work(library: Library) -> tuple[list[Licence], list[Licence], str]:
            return model_licences(store()), library_licences(), diagnostics(library)

        desk.session.read(self, work, self._show)

    def _about(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        column.setSpacing(3 * SPACE)
        picture, name = QLabel(), QLabel(self.tr("photoface {version}").format(version=__version__))
        picture.setPixmap(icon("photoface").pixmap(QSize(_PICTURE, _PICTURE)))
        name.setProperty("kind", "title")
        what = QLabel(self.tr("An organizer of photos by the people in them. Free software under the MIT licence."))
        promises = QLabel(
            "\n".join(
                (
                    self.tr("Everything stays on this computer: no account, no cloud, no usage data."),
                    self.tr("The network is used for one thing only: fetching models, when you press Install."),
                    self.tr("Your photos are never changed unless you ask for it."),
                    self.tr("What you decided is never moved by the program, and every decision can be undone."),
                )
            )
        )
        for label in (what, promises):
            label.setWordWrap(True)
        for widget in (picture, name, what, promises):
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _help(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        sentence = QLabel(self.tr("To send with a question or a report. No names and no paths are in it."))
        sentence.setWordWrap(True)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(self.diagnostics.toPlainText()))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        column.addWidget(sentence)
        column.addWidget(self.diagnostics, 1)
        column.addLayout(row)
        return page

    def _show(self, found: tuple[list[Licence], list[Licence], str]) -> None:
        models, libraries, text = found
        self.licences.setHtml(_table(self.tr("Models"), models) + _table(self.tr("Libraries"), libraries))
        screen = QGuiApplication.primaryScreen()
        scale = f"{screen.devicePixelRatio():g}" if screen is not None else "?"
        ending = f"Qt {qVersion()}, {QGuiApplication.platformName()}, scale {scale}"
        self.diagnostics.setPlainText(f"{text}\n{ending}\n")


def _table(title: str, licences: list[Licence]) -> str:
    rows = "".join(
        f"<tr><td>{_linked(each)}</td><td style='padding-left:16px'>{html.escape(each.licence)}</td></tr>"
        for each in licences
    )
    return f"<h3>{html.escape(title)}</h3><table>{rows}</table>"


def _linked(each: Licence) -> str:
    name = html.escape(f"{each.name} {each.version}".strip())
    known = each.address.startswith(("https://", "http://"))
    return f"<a href='{html.escape(each.address, quote=True)}'>{name}</a>" if known else name
