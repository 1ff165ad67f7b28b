"""Real child processes that really die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoface.domain.errors import ModelsMissing, PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.worker.analyzer_process import AnalyzerProcess
from photoface.worker.protocol import AnalyzerSpec, ReaderFactory, Result
from photoface.worker.supervisor import AnalyzerBroken
from tests.fakes import (
    misbehaving_reader,
    reader_that_dies_at_start,
    reader_with_a_mistake,
    reader_without_models,
)


def process(folder: Path, factory: ReaderFactory = misbehaving_reader, slow_after: float = 60) -> AnalyzerProcess:
    return AnalyzerProcess(AnalyzerSpec(folder, "any", threads=2), factory, slow_after)


def paths(folder: Path, *names: str) -> list[bytes]:
    return [os.fsencode(folder / name) for name in names]


def by_name(results: Iterator[Result]) -> dict[str, Result]:
    return {os.path.basename(os.fsdecode(result.path)): result for result in results}


def kinds(results: dict[str, Result]) -> dict[str, str]:
    return {name: result.kind for name, result in results.items() if isinstance(result, PhotoFailed)}


@pytest.fixture(autouse=True)
def _no_process_stays_behind() -> Iterator[None]:
    before = set(multiprocessing.active_children())
    yield
    assert set(multiprocessing.active_children()) == before


def test_every_path_gets_one_result(tmp_path: Path) -> None:
    names = [f"{number}.jpg" for number in range(1000)]
    with process(tmp_path) as analyzer:
        results = list(analyzer.analyze(paths(tmp_path, *names), window=8))
    assert sorted(os.path.basename(os.fsdecode(result.path)) for result in results) == sorted(names)
    assert all(isinstance(result, PhotoAnalysis) for result in results)


def test_no_more_paths_are_drawn_than_the_window_holds(tmp_path: Path) -> None:
    drawn: list[bytes] = []

    def source() -> Iterator[bytes]:
        for path in paths(tmp_path, *(f"{number}.jpg" for number in range(100))):
            drawn.append(path)
            yield path

    with process(tmp_path) as analyzer:
        for yielded, _ in enumerate(analyzer.analyze(source(), window=8)):
            assert len(drawn) <= yielded + 8
    assert len(drawn) == 100


@pytest.mark.parametrize(
    ("culprit", "how"), [("segfault.jpg", "SIGSEGV"), ("kill.jpg", "SIGKILL"), ("exit.jpg", "code 7")]
)
def test_the_photo_that_kills_the_child_is_named_and_the_rest_goes_on(tmp_path: Path, culprit: str, how: str) -> None:
    names = [*(f"a{number}.jpg" for number in range(10)), culprit, *(f"b{number}.jpg" for number in range(10))]
    with process(tmp_path) as analyzer:
        results = by_name(analyzer.analyze(paths(tmp_path, *names)))
    assert kinds(results) == {culprit: "crashed"}
    assert len(results) == 21
    failed = results[culprit]
    assert isinstance(failed, PhotoFailed)
    assert how in failed.reason


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux tells the environment of a process")
@pytest.mark.parametrize("own", [None, "glibc.malloc.check=0"])
def test_a_child_asks_for_large_pages_unless_the_user_says_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    monkeypatch.setenv("GLIBC_TUNABLES", own or "")  # so that it is as before afterwards
    if own is None:
        monkeypatch.delenv("GLIBC_TUNABLES")
    with process(tmp_path) as analyzer:
        assert len(list(analyzer.analyze(paths(tmp_path, "a.jpg")))) == 1
        (child,) = multiprocessing.active_children()
        inherited = Path(f"/proc/{child.pid}/environ").read_bytes().split(b"\0")
    assert f"GLIBC_TUNABLES={own or 'glibc.malloc.hugetlb=1'}".encode() in inherited


def test_several_culprits_are_all_found(tmp_path: Path) -> None:
    names = ["segfault1", "segfault2", "a", "kill1", "b", "c", "exit1", "kill2", "d"]
    with process(tmp_path) as analyzer:
        results = by_name(analyzer.analyze(paths(tmp_path, *names)))
    assert set(kinds(results)) == {"segfault1", "segfault2", "kill1", "exit1", "kill2"}
    assert len(results) == len(names)


def test_a_photo_that_survives_alone_is_innocent(tmp_path: Path) -> None:
    with process(tmp_path) as analyzer:
        results = by_name(analyzer.analyze(paths(tmp_path, "a.jpg", "kill-once.jpg", "b.jpg")))
    assert kinds(results) == {}
    assert len(results) == 3


def test_a_child_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    names = [f"{number}.jpg" for number in range(300)]
    with process(tmp_path) as analyzer:
        results = []
        for result in analyzer.analyze(paths(tmp_path, *names)):
            results.append(result)
            if len(results) in (1, 100, 200):
                (child,) = multiprocessing.active_children()
                assert child.pid is not None
                os.kill(child.pid, signal.SIGKILL)
    assert len({result.path for result in results}) == len(results) == 300
    assert not any(isinstance(result, PhotoFailed) for result in results)


def test_a_photo_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with process(tmp_path, slow_after=2) as analyzer:
        results = by_name(analyzer.analyze(paths(tmp_path, "a.jpg", "hang.jpg", "b.jpg", "c.jpg")))
    assert kinds(results) == {"hang.jpg": "slow"}
    assert len(results) == 4


def test_whatever_goes_wrong_with_one_photo_is_told_with_its_path(tmp_path: Path) -> None:
    with process(tmp_path) as analyzer:
        results = by_name(analyzer.analyze(paths(tmp_path, "raise.jpg", "bad.jpg", "memory.jpg", "a.jpg")))
    assert kinds(results) == {"raise.jpg": "unreadable", "bad.jpg": "not_a_photo", "memory.jpg": "too_large"}
    raised = results["raise.jpg"]
    assert isinstance(raised, PhotoFailed)
    assert "something nobody thought of" in raised.reason


def test_what_decoders_print_does_not_reach_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with process(tmp_path) as analyzer:
        list(analyzer.analyze(paths(tmp_path, "noisy.jpg")))
    told = capfd.readouterr().err
    assert "a decoder complains" not in told
    assert "a traceback" in told


def test_a_known_photo_is_passed_on_and_a_probe_is_not(tmp_path: Path) -> None:
    known = os.fsencode(tmp_path / "known.jpg")
    with process(tmp_path) as analyzer:
        assert [type(result) for result in analyzer.analyze([known])] == [PhotoKnown]
        assert isinstance(analyzer.probe(known), PhotoAnalysis)


def test_a_bad_probe_raises(tmp_path: Path) -> None:
    with process(tmp_path) as analyzer:
        with pytest.raises(PhotoUnreadable, match="it is bad") as raised:
            analyzer.probe(os.fsencode(tmp_path / "bad.jpg"))
        assert raised.value.kind == "not_a_photo"
        with pytest.raises(PhotoUnreadable, match="SIGSEGV"):
            analyzer.probe(os.fsencode(tmp_path / "segfault.jpg"))
        assert analyzer.probe(os.fsencode(tmp_path / "a.jpg")).path.endswith(b"a.jpg")


def test_a_probe_in_the_middle_of_a_run_disturbs_nothing(tmp_path: Path) -> None:
    with process(tmp_path) as analyzer:
        results = []
        for result in analyzer.analyze(paths(tmp_path, *(f"{number}.jpg" for number in range(50))), window=8):
            results.append(result)
            assert analyzer.probe(os.fsencode(tmp_path / "probe.jpg")).path.endswith(b"probe.jpg")
    assert len(results) == 50


def test_closing_the_iterator_early_ends_the_child_and_a_later_run_starts_another(tmp_path: Path) -> None:
    analyzer = process(tmp_path)
    run = analyzer.analyze(paths(tmp_path, *(f"{number}.jpg" for number in range(50))))
    next(run)
    run.close()
    assert not [child for child in multiprocessing.active_children() if child.name == "analyzer"]
    assert len(list(analyzer.analyze(paths(tmp_path, "a", "b")))) == 2
    analyzer.close()
    analyzer.close()


def test_a_source_of_paths_that_fails_ends_the_child(tmp_path: Path) -> None:
    def source() -> Iterator[bytes]:
        yield from paths(tmp_path, "a", "b")
        raise RuntimeError("the folder walk broke")

    with process(tmp_path) as analyzer, pytest.raises(RuntimeError, match="folder walk"):
        list(analyzer.analyze(source()))


def test_missing_models_are_told_as_they_are(tmp_path: Path) -> None:
    with process(tmp_path, reader_without_models) as analyzer, pytest.raises(ModelsMissing, match="models install"):
        list(analyzer.analyze(paths(tmp_path, "a")))


def test_a_mistake_at_the_start_is_no_fault_of_the_world(tmp_path: Path) -> None:
    with process(tmp_path, reader_with_a_mistake) as analyzer, pytest.raises(RuntimeError, match="a mistake of ours"):
        list(analyzer.analyze(paths(tmp_path, "a")))


def test_a_child_that_always_dies_at_its_start_is_not_started_for_ever(tmp_path: Path) -> None:
    with process(tmp_path, reader_that_dies_at_start) as analyzer, pytest.raises(AnalyzerBroken, match="SIGSEGV"):
        list(analyzer.analyze(paths(tmp_path, "a", "b")))
    assert len((tmp_path / "starts").read_text()) == 3


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    parent = context.Process(target=_parent_that_hangs, args=(theirs, tmp_path))
    parent.start()
    child = ours.recv()
    parent.kill()
    parent.join()
    assert _ends_within(child, 120)


def _parent_that_hangs(pipe: object, folder: Path) -> None:
    process(folder)
    (child,) = multiprocessing.active_children()
    pipe.send(child.pid)  # type: ignore[attr-defined]
    threading.Event().wait()


def _ends_within(pid: int, seconds: float) -> bool:
    """A process of another parent: gone, or a zombie that nobody has waited for."""
    for _ in range(int(seconds * 20)):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_the_child_does_not_hear_the_interrupt_of_the_terminal(tmp_path: Path) -> None:
    with process(tmp_path) as analyzer:
        results = []
        for result in analyzer.analyze(paths(tmp_path, *(f"{number}.jpg" for number in range(40))), window=4):
            results.append(result)
            (child,) = [one for one in multiprocessing.active_children() if one.name == "analyzer"]
            assert child.pid is not None
            os.kill(child.pid, signal.SIGINT)
    assert len(results) == 40
    assert not any(isinstance(result, PhotoFailed) for result in results)
