"""Names survive what destroys them elsewhere: grouping anew, another model, a folder that moved."""

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from photoface.vision.catalog import load_catalog
from photoface.vision.model_store import ModelStore
from tests.builders import astronaut, encoded


def decisions(program):
    return {
        row["face_id"]: (row["person"], row["state"])
        for row in program("faces", "--json").rows
        if row["state"] in ("named", "confirmed")
    }


@pytest.fixture
def named(program, photos):
    """Four photos of one person, three of them named, one confirmed."""
    for number, side in enumerate((512, 480, 440, 400)):
        (photos / f"{number}.jpg").write_bytes(encoded(astronaut().resize((side, side))))
    program("index", photos)
    rows = program("faces", "--json").rows
    program("name", rows[0]["cluster_id"], "Eileen")
    program("confirm", rows[0]["face_id"])
    assert len(decisions(program)) == 4
    return program


def test_random_regroupings(named):
    before, dice = decisions(named), random.Random(7)
    for _ in range(4):
        algorithm, wrong = dice.choice(["average", "dbscan"]), dice.choice(["0.001", "0.01", "0.1"])
        assert named("recluster", "--algorithm", algorithm, "--wrong", wrong).code in (0, 1)
        assert decisions(named) == before


def test_a_moved_folder_and_one_more_photo(named, photos):
    before = decisions(named)
    photos.rename(photos.with_name("moved"))
    (photos.with_name("moved") / "new.jpg").write_bytes(encoded(astronaut().rotate(5)))
    assert named("index", photos.with_name("moved")).code == 0
    assert decisions(named) == before
    assert len(named("faces", "--person", "Eileen", "--json").rows) == 5


def test_the_same_model_in_8_bits_and_back(named, real_models, tmp_path):
    store = ModelStore(real_models, load_catalog())
    offered = {model.int8_of: name for name, model in store.catalog.models.items() if model.int8_of}
    present = [(exact, name) for exact, name in offered.items() if store.installed(exact)]
    if not present:
        pytest.skip("no model that there is in 8 bits, too, is installed")
    exact, rounded = present[0]
    shutil.copytree(real_models, tmp_path / "models")  # the program installs into a copy, of the files in it
    named.environment["PHOTOFACE_MODELS"] = str(tmp_path / "models")
    before = decisions(named)
    assert named("models", "install", rounded).code == 0
    for pack in (exact, rounded, exact):
        assert named("models", "use", pack).code in (0, 1)
        assert decisions(named) == before
        assert named("status", "--json").rows[0]["pack"] == pack
    with closing(sqlite3.connect(named.library / "library.db")) as db:
        kept = dict(db.execute("SELECT model, count(*) FROM embedding GROUP BY model"))
    assert kept[exact] == kept[rounded] == 4


def test_another_model(named, real_models):
    store = ModelStore(real_models, load_catalog())
    present = named("status", "--json").rows[0]["pack"]
    others = [pack.name for pack in store.catalog.packs if pack.name != present and store.pack_installed(pack.name)]
    if not others:
        pytest.skip("only one pack is installed")
    before = decisions(named)
    result = named("models", "use", others[0])
    assert result.code in (0, 1), result.err
    assert decisions(named) == before
    assert named("status", "--json").rows[0]["pack"] == others[0]
    assert named("models", "use", present).code in (0, 1)
    assert decisions(named) == before
