"""The settings file: what is written is read again, and no typing mistake keeps anybody out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.config.settings import LANGUAGES, THEMES, Settings, load_settings, save_settings, with_text
from photoface.domain.errors import BadRequest

SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    language=st.sampled_from(LANGUAGES),
    threads=st.integers(0, 64),
    wrong=st.floats(0.0001, 0.5),
)


@given(settings=SETTINGS)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    "text", ["theme = ", "\x00", "theme = 7", 'threads = "many"', "threads = -3", "threads = true", "wrong = 7"]
)
def test_what_makes_no_sense_counts_as_usual(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert load_settings(path) == Settings()


def test_one_mistake_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\nthreads = 2\nwrong = 0\n')
    assert load_settings(path) == Settings(threads=2)


def test_what_a_newer_program_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('later = "ünïcode \\" = #"\n')
    save_settings(Settings(theme="dark"), path)
    save_settings(Settings(theme="light"), path)
    assert 'later = "\\u00fcn' in path.read_text()
    assert load_settings(path).theme == "light"


def test_settings_given_as_text() -> None:
    assert with_text(Settings(), "threads", "4").threads == 4
    assert with_text(Settings(), "wrong", "0.02").wrong == 0.02
    for name, value in (("threads", "many"), ("theme", "pink"), ("wrong", "nan"), ("color", "red")):
        with pytest.raises(BadRequest):
            with_text(Settings(), name, value)
