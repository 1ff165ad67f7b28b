"""The tiles of a search by face: whom a face is like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.images import PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section
from photoface.services.finding.recognition import Candidate, Confidence


def tr(text: str) -> str:
    return QCoreApplication.translate("CandidatesModel", text)


class CandidatesModel(RowsModel[Candidate]):
    """Keys are ids of the nearest faces."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.PICTURE: lambda one: PictureKey("face", one.best.face.face_id),
            Role.NOTE: lambda one: confidence_text(one.confidence),
        }
        super().__init__(RowLook(lambda one: one.best.face.face_id, name_of, _spoken, others))

    def show_candidates(self, ranked: Sequence[Candidate]) -> None:
        """The likest first; those who are hardly like come apart."""
        far = sum(one.confidence is Confidence.UNLIKELY for one in ranked)
        titles = ((tr("Who this may be"), len(ranked) - far, ""), (tr("Hardly"), far, tr("the nearest of all others")))
        self.show(ranked, [Section(title, count, note) for title, count, note in titles if count])


def name_of(one: Candidate) -> str:
    """A name, or that there is none yet."""
    return one.name or tr("Not named yet")


def confidence_text(confidence: Confidence) -> str:
    """In plain words."""
    return {
        Confidence.SURE: tr("almost certainly"),
        Confidence.LIKELY: tr("probably"),
        Confidence.POSSIBLE: tr("perhaps"),
        Confidence.UNLIKELY: tr("hardly"),
        Confidence.UNKNOWN: tr("nobody knows how sure"),
    }[confidence]


def _spoken(one: Candidate) -> str:
    return f"{name_of(one)}, {confidence_text(one.confidence)}"
