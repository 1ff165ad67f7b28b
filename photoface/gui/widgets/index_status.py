"""The status bar's part about indexing: how far it is, pause, resume, and the files that could not be used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from photoface.gui.core.indexing import Indexer, Progress, Stage
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.store.photo_lists import Counts


class IndexStatus(QWidget):
    """``failures_wanted`` when the link with the number of unusable files is clicked."""

    failures_wanted = Signal()

    def __init__(self, indexer: Indexer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indexer = indexer
        self._counts: Counts | None = None
        self._text = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(160)
        self._switch = QToolButton()
        self._switch.setProperty("kind", "quiet")
        self._switch.clicked.connect(self._toggle)
        self._failed = QPushButton()
        self._failed.setProperty("kind", "link")
        self._failed.clicked.connect(self.failures_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(2 * SPACE)
        for widget in (self._bar, self._text, self._switch, self._failed):
            row.addWidget(widget)
        row.addStretch(1)
        indexer.progressed.connect(self.show_progress)
        self.show_progress(indexer.progress)

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        running = progress.stage not in (Stage.IDLE, Stage.PAUSED)
        self._text.setText(self.sentence(progress))
        self._bar.setVisible(running)
        self._bar.setRange(0, progress.total if progress.stage is Stage.READING else 0)
        self._bar.setValue(progress.done)
        self._switch.setVisible(running or progress.stage is Stage.PAUSED)
        self._switch.setIcon(icon("pause" if running else "play"))
        tip = self.tr("Pause indexing") if running else self.tr("Go on indexing")
        self._switch.setToolTip(tip)
        self._switch.setAccessibleName(tip)
        self._failed.setVisible(progress.failed > 0)
        self._failed.setText(self.tr("%n file(s) could not be used", "", progress.failed))

    def sentence(self, progress: Progress) -> str:
        """E.g. 1,240 of 18,302 photos, 3,410 faces, 34 photos/s, about 8 min left."""
        locale = self.locale()
        match progress.stage:
            case Stage.LOOKING:
                return self.tr("Looking for photos …")
            case Stage.GROUPING:
                return self.tr("Putting faces into groups …")
            case Stage.READING | Stage.PAUSED:
                done, total, faces = (locale.toString(n) for n in (progress.done, progress.total, progress.faces))
                text = self.tr("{done} of {total} photos, {faces} faces").format(done=done, total=total, faces=faces)
                if progress.stage is Stage.PAUSED:
                    return self.tr("Paused: {progress}").format(progress=text)
                return f"{text}, {progress.speed}" if progress.speed else text
        return self._standing()

    def show_counts(self, counts: Counts) -> None:
        """What is in the library, for when nothing runs."""
        self._counts = counts
        if self._indexer.progress.stage is Stage.IDLE:
            self._text.setText(self._standing())

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def _standing(self) -> str:
        if self._counts is None or not self._counts.photos:
            return ""
        people = self._counts.people
        parts = (
            self.tr("%Ln photo(s)", "", self._counts.photos),
            self.tr("%Ln face(s)", "", self._counts.faces),
            self.tr("%Ln person(s) with a name", "", people) if people else "",
        )
        return ", ".join(part for part in parts if part)

    def _toggle(self) -> None:
        if self._indexer.progress.stage is Stage.PAUSED:
            self._indexer.start()
        else:
            self._indexer.pause()
