import pytest

from tests.world import World, world


@pytest.fixture(autouse=True)
def _group_in_this_process(monkeypatch):
    """The compute child has tests of its own; here its start would only take time."""
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))


@pytest.fixture
def w(tmp_path) -> World:
    """An empty library and photo folder."""
    with world(tmp_path) as made:
        yield made


@pytest.fixture
def family(w) -> World:
    """Ten photos: A in eight, B in five, both in three of them, C once; indexed and grouped."""
    for number in range(5):
        w.add(f"a{number}.jpg", "A")
    for number in range(3):
        w.add(f"ab{number}.jpg", "A B")
    for number in range(2):
        w.add(f"b{number}.jpg", "B")
    w.add("c.jpg", "C")
    w.index()
    return w
