"""Models as TOML tables; a mistake in the catalogue is a bug of ours and raises KeyError, TypeError or ValueError."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from photoface.domain.similarity import CrowdTable, CutTable, OperatingPoints, Suggesting, SuggestionScale, Table
from photoface.vision.model import (
    Address,
    InputSpec,
    Model,
    ModelFile,
    PackageMember,
    Source,
    Template,
)

Toml = Mapping[str, Any]

_NOT_TAKEN_OVER = ("operating_points", "title")


def with_base(toml: Toml, others: Mapping[str, Toml]) -> Toml:
    """A ``[models.NAME]`` table; one that says ``int8_of`` has files, input and licence of that other model."""
    if "int8_of" not in toml:
        return toml
    return {**{key: value for key, value in others[toml["int8_of"]].items() if key not in _NOT_TAKEN_OVER}, **toml}


def read_model(name: str, toml: Toml) -> Model:
    """One ``[models.NAME]`` table."""
    plain = ("title", "task", "format", "licence", "licence_url", "dims", "min_score", "imported", "int8_of")
    return Model(
        name=name,
        files=tuple(_file(file) for file in toml.get("files", ())),
        input=_input(toml["input"]) if "input" in toml else None,
        template=_template(toml["template"]) if "template" in toml else None,
        free_size=tuple(toml.get("free_size", ())),
        parts=tuple((part["embedder"], float(part["weight"])) for part in toml.get("parts", ())),
        points=_points(toml["operating_points"]) if "operating_points" in toml else None,
        **{key: toml[key] for key in plain if key in toml},
    )


def _file(toml: Toml) -> ModelFile:
    sources = tuple(_source(source) for source in toml.get("sources", ()))
    return ModelFile(toml["name"], toml["bytes"], toml["sha256"], sources)


def _source(toml: Toml) -> Source:
    return Address(**toml) if "url" in toml else PackageMember(**toml)


def _input(toml: Toml) -> InputSpec:
    size = (toml["size"][0], toml["size"][1]) if "size" in toml else None
    return InputSpec(toml["channels"], size, float(toml.get("mean", 0.0)), float(toml.get("scale", 1.0)))


def _template(toml: Toml) -> Template:
    points = np.array(toml["points"], np.float32)
    if points.shape != (5, 2):
        raise ValueError("a template has five points")
    return Template(points, (toml["size"][0], toml["size"][1]))


def _points(toml: Toml) -> OperatingPoints:
    suggesting = _suggesting(toml["suggesting"]) if "suggesting" in toml else None
    return OperatingPoints(_rows(toml["pairs"]), {name: _cuts(cut) for name, cut in toml["cuts"].items()}, suggesting)


def _suggesting(toml: Toml) -> Suggesting:
    scale = {name: float(toml[name]) for name in ("offset", "slope", "crowd", "least", "size")}
    join, ask = float(toml["join"]), float(toml["ask"])
    if not 0 < join < ask < 1 or scale["slope"] <= 0:
        raise ValueError("what is joined is surer than what is asked about, and nearness speaks for a person")
    return Suggesting(SuggestionScale(**scale), join, ask)


def _cuts(toml: Toml) -> CutTable:
    crowd = _crowd(toml["crowd"]) if "crowd" in toml else None
    return CutTable(_rows(toml["rows"]), float(toml.get("beta", 0.0)), int(toml.get("faces", 0)), crowd)


def _crowd(toml: Toml) -> CrowdTable:
    return CrowdTable(_rows(toml["rows"]), float(toml["weight"]), float(toml["least"]))


def _rows(rows: list[list[float]]) -> Table:
    table = tuple((float(rate), float(angle)) for rate, angle in rows)
    if sorted(table) != list(table) or sorted(angle for _, angle in table) != [angle for _, angle in table]:
        raise ValueError("rates and angles of a table rise together")
    return table
