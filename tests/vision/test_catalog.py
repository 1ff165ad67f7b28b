"""The catalogue that comes with the program, and the words by which it is asked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from photoface.config.paths import resource
from photoface.domain.errors import NotFound
from photoface.vision.catalog import Address, Catalog, Model, PackageMember, load_catalog
from photoface.vision.catalog_file import read_model
from photoface.vision.embedders import frame_of

CATALOG = load_catalog()
ATOMIC = [model for model in CATALOG.models.values() if not model.parts]
EMBEDDERS = [model for model in ATOMIC if model.task == "embedding"]


def test_packs_go_from_the_best_to_the_plainest() -> None:
    assert [pack.name for pack in CATALOG.packs] == ["best", "standard", "standard-int8", "basic"]
    assert [pack.name for pack in CATALOG.exact_packs] == ["best", "standard", "basic"]


def test_packs_are_made_of_measured_models() -> None:
    for pack in CATALOG.packs:
        assert CATALOG.model(pack.detector).measured
        assert CATALOG.model(pack.embedder).points is not None


@pytest.mark.parametrize("model", ATOMIC, ids=lambda model: model.name)
def test_every_file_is_pinned_and_has_a_source(model: Model) -> None:
    assert model.files
    for file in model.files:
        assert re.fullmatch(r"[0-9a-f]{64}", file.sha256)
        assert file.bytes > 0
        assert file.sources
        for source in file.sources:
            assert source.file_name == file.name  # a mirror holds it under this name


@pytest.mark.parametrize("model", ATOMIC, ids=lambda model: model.name)
def test_every_source_is_https_or_a_pinned_package(model: Model) -> None:
    for source in (source for file in model.files for source in file.sources):
        if isinstance(source, Address):
            assert source.url.startswith("https://")
        else:
            assert isinstance(source, PackageMember)
            assert re.fullmatch(r"[0-9a-f]{64}", source.sha256)
            assert source.kind in ("wheel", "sdist")


@pytest.mark.parametrize("model", ATOMIC, ids=lambda model: model.name)
def test_every_licence_is_named_and_comes_with_the_program(model: Model) -> None:
    assert model.licence_url.startswith("https://")
    assert resource("models", "licences", f"{model.int8_of or model.name}.txt").read_text("utf-8").strip()


@pytest.mark.parametrize("model", EMBEDDERS, ids=lambda model: model.name)
def test_every_embedder_says_what_it_takes_and_where_a_face_lies_in_it(model: Model) -> None:
    assert model.input is not None
    assert model.input.size is not None
    assert model.input.channels in ("RGB", "BGR")
    assert model.template is not None
    assert model.template.points.shape == (5, 2)
    assert (model.template.points > 0).all()
    assert (model.template.points < model.template.size).all()
    left, right, nose, *mouth = model.template.points
    assert left[0] < nose[0] < right[0]
    assert all(corner[1] > nose[1] > left[1] for corner in mouth)


def test_in_8_bits_a_model_is_that_of_which_it_is_made_with_angles_of_its_own() -> None:
    made = [model for model in ATOMIC if model.int8_of]
    assert made
    for model in made:
        exact = CATALOG.model(model.int8_of)
        assert (model.files, model.dims, model.licence) == (exact.files, exact.dims, exact.licence)
        assert frame_of(model).size == frame_of(exact).size
        assert model.points is not None
        assert model.points is not exact.points


def test_a_joined_embedder_is_as_long_as_its_parts() -> None:
    for model in CATALOG.models.values():
        if model.parts:
            assert model.dims == sum(CATALOG.model(part).dims for part, _ in model.parts)


def test_tables_give_an_angle_for_every_rate() -> None:
    for model in CATALOG.models.values():
        if model.points is not None:
            angles = [model.points.angle_at(rate) for rate in (1e-6, 1e-4, 1e-2)]
            assert angles == sorted(angles)
            assert set(model.points.cuts) == {"average", "dbscan"}


def test_models_without_tables_are_unmeasured() -> None:
    assert not CATALOG.model("sface").measured
    assert not CATALOG.model("yunet").measured
    assert CATALOG.model("centerface").measured


def test_a_pack_needs_its_detector_and_the_parts_of_its_embedder() -> None:
    assert [model.name for model in CATALOG.models_of("best")] == ["centerface", "dlib-resnet", "retail-0095"]
    assert [model.name for model in CATALOG.models_of("basic")] == ["centerface", "dlib-resnet"]


def test_any_detector_goes_with_any_embedder() -> None:
    assert [model.name for model in CATALOG.models_of("yunet+sface")] == ["yunet", "sface"]
    assert [model.name for model in CATALOG.models_of("sface")] == ["centerface", "sface"]


@pytest.mark.parametrize("name", ["", "nothing", "sface+yunet", "yunet+nothing", "centerface", "yunet+"])
def test_an_unknown_pack_is_refused_by_naming_the_known_ones(name: str) -> None:
    with pytest.raises(NotFound, match="best, standard, standard-int8, basic"):
        CATALOG.pack(name)


def test_an_unknown_model_is_refused_by_naming_the_known_ones() -> None:
    with pytest.raises(NotFound, match="centerface"):
        CATALOG.model("nothing")


def test_a_single_embedder_is_its_own_part() -> None:
    assert CATALOG.parts("sface") == (("sface", 1.0),)
    assert [name for name, _ in CATALOG.parts("dlib-0095")] == ["dlib-resnet", "retail-0095"]


def test_the_users_models_never_take_the_place_of_the_catalogues() -> None:
    mine = read_model(
        "sface", {"title": "mine", "task": "embedding", "format": "onnx", "licence": "", "licence_url": ""}
    )
    assert CATALOG.with_models([mine]).model("sface").title != "mine"


@pytest.mark.parametrize(
    "table",
    [
        {"template": {"size": [112, 112], "points": [[1, 2]]}},
        {"operating_points": {"pairs": [[1e-2, 0.5], [1e-3, 0.6]], "cuts": {}}},
        {"operating_points": {"pairs": [[1e-3, 0.6], [1e-2, 0.5]], "cuts": {}}},
    ],
)
def test_a_mistake_in_the_catalogue_is_seen_when_it_is_read(table: dict[str, object]) -> None:
    plain = {"title": "", "task": "embedding", "format": "onnx", "licence": "", "licence_url": ""}
    with pytest.raises(ValueError, match=r"template|rise"):
        read_model("x", {**plain, **table})


def test_the_readme_of_the_models_explains_every_key_of_the_catalogue() -> None:
    toml = tomllib.loads(resource("models", "catalog.toml").read_text("utf-8"))
    keys = {key for model in toml["models"].values() for key in model} | {
        key for pack in toml["packs"].values() for key in pack
    }
    explained = resource("models", "README.md").read_text("utf-8")
    assert {key for key in keys if f"`{key}`" not in explained} == set()


def test_every_pack_suggests_people_by_a_scale_of_its_own() -> None:
    catalog = load_catalog()
    points = {pack.name: catalog.model(pack.embedder).points for pack in catalog.packs}
    assert [name for name, one in points.items() if one is None or one.suggesting is None] == []
    scales = [one.suggesting.scale for one in points.values() if one is not None and one.suggesting is not None]
    assert len(set(scales)) == len(catalog.packs)


def test_what_faces_are_worth_is_in_the_catalogue() -> None:
    worth = load_catalog().worth
    assert 0 < worth.poor < 1 < worth.strangers
    assert 0 < worth.front < 1


def test_another_catalogue_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("[packs]\n[models]\n", "utf-8")
    assert load_catalog(tmp_path / "c.toml") == Catalog({}, ())
