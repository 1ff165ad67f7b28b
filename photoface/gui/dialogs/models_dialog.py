"""Models are missing: what will be fetched, from where, how big, under which licence. Install, choose a file, later."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoface.gui.core.background import Background
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.session import Session
from photoface.gui.dialogs.pack_choice import PackChoice
from photoface.gui.dialogs.sheet import fit
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.services.packs.models import PackState, install, mirrors, pack_states
from photoface.vision.install_events import Asking, Converting, Fetching, Installed, InstallEvent, SourceRefused
from photoface.vision.model import Model
from photoface.vision.model_store import ModelStore

_MEGABYTE = 1_000_000


class ModelsDialog(QDialog):
    """Accepted once a pack is installed. Nothing is fetched before the button is pressed."""

    def __init__(self, session: Session, store: ModelStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._packs = pack_states(store)
        self._running: Background[InstallEvent] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Models that recognise faces"))
        self.setMinimumWidth(560)
        self._choice = PackChoice(self._packs)
        self._facts, self._state = QLabel(), QLabel()
        self._bar = QProgressBar(textVisible=False)
        self.install = QPushButton(self.tr("Install"))
        self.choose = QPushButton(self.tr("Choose a folder with the files …"))
        self.later = QPushButton(self.tr("Later"))
        self._build()
        self._describe()

    def reject(self) -> None:
        """Later: what is being fetched stops."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        title = QLabel(self.tr("photoface needs models to find and tell apart faces"))
        title.setProperty("kind", "title")
        title.setWordWrap(True)
        why = QLabel(
            self.tr("They are fetched once and then work without a network. No photo ever leaves the computer.")
        )
        why.setWordWrap(True)
        self._choice.changed.connect(self._describe)
        self._choice.setAccessibleName(self.tr("Which models"))
        for label in (self._facts, self._state):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            label.setOpenExternalLinks(True)
        self._facts.setAccessibleName(self.tr("What is fetched"))
        self._state.setAccessibleName(self.tr("How far it is"))
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.hide()
        self._state.hide()
        for widget in (title, why, self._choice, self._facts, self._bar, self._state):
            column.addWidget(widget)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.install.setProperty("kind", "primary")
        self.install.setDefault(True)
        self.install.clicked.connect(lambda: self._install(()))
        self.choose.clicked.connect(self._from_folder)
        self.later.clicked.connect(self.reject)
        row.addWidget(self.choose)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.install)
        return row

    @property
    def pack(self) -> PackState:
        """The pack that is chosen."""
        return self._choice.pack

    def _describe(self) -> None:
        pack = self.pack
        models = self._store.catalog.models_of(pack.pack.name)
        rows = "".join(f"<tr>{self._row(model)}</tr>" for model in models)
        size = self.tr("In all {size}, from {sources}.").format(
            size=self._size(pack.bytes), sources=", ".join(self._sources(models))
        )
        self._facts.setText(f"<table cellspacing=0 cellpadding=2>{rows}</table><p>{html.escape(size)}</p>")
        self.install.setText(self.tr("Use them") if pack.installed else self.tr("Install"))
        fit(self)

    def _row(self, model: Model) -> str:
        """One model: what it is, its licence, its size."""
        licence = html.escape(model.licence)
        if model.licence_url:
            licence = f'<a href="{html.escape(model.licence_url, quote=True)}">{licence}</a>'
        cells = (html.escape(model.title), licence, html.escape(self._size(model.bytes)))
        return "".join(f'<td style="padding-right: 16px">{cell}</td>' for cell in cells)

    def _size(self, size: int) -> str:
        return self.tr("{size} MB").format(size=self.locale().toString(size / _MEGABYTE, "f", 0))

    def _sources(self, models: Iterable[Model]) -> list[str]:
        """Where the files come from first: packages by name, addresses by their host."""
        first = (str(file.sources[0]) for model in models for file in model.files if file.sources)
        return list(dict.fromkeys(QUrl(each).host() or worded(each) for each in first))

    def _from_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder with the model files"))
        if folder:
            self._install((folder,))

    def _install(self, given: tuple[str, ...]) -> None:
        name = self._choice.wanted
        self._busy(True)

        def work() -> Iterator[InstallEvent]:
            return install(self._store, name, mirrors(tuple(os.path.abspath(each) for each in given)))

        self._running = Background(self._session, work, self._hear, self._ended)
        self._running.start()

    def _hear(self, event: InstallEvent) -> None:
        match event:
            case Asking():
                self._say(self.tr("Asking the sources …"))
            case Fetching():
                self._bar.setRange(0, 1000)
                self._bar.setValue(1000 * event.done // max(event.total, 1))
                done, total = (self._size(size) for size in (event.done, event.total))
                words = self.tr("Fetching {file}: {done} of {total}")
                self._say(words.format(file=event.file, done=done, total=total))
            case SourceRefused():
                self._say(worded(event.reason))
            case Converting():
                self._bar.setRange(0, 0)
                self._say(self.tr("Preparing {model} …").format(model=event.model.title))
            case Installed():
                self._say(self.tr("{model} is ready").format(model=event.model.title))

    def _ended(self, error: Exception | None) -> None:
        self._running = None
        self._busy(False)
        if error is None:
            self.accept()
        else:
            self._say(sentence_of(error))

    def _busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._bar.setRange(0, 0)
        for widget in (self.install, self.choose, self._choice):
            widget.setEnabled(not busy)

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.show()
        fit(self)
