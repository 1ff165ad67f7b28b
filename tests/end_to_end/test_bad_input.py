"""Everything that is wrong with photo folders: a clear message, nothing lost, the rest goes on."""

import os
import resource
import signal
import sqlite3
import struct
import time
import zlib

import pytest

from tests.builders import astronaut, encoded, noise


def bomb(width=60000, height=60000):
    """A PNG of 3.6 gigapixels in a few kilobytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def failures(program):
    (row,) = program("status", "--json").rows
    return {os.path.basename(each["photo"]): each["reason"] for each in row["failures"]}


def test_bad_files_are_listed_with_reasons_and_the_rest_is_indexed(program, photos):
    good = encoded(astronaut())
    (photos / "good.jpg").write_bytes(good)
    (photos / "png named.jpg").write_bytes(encoded(astronaut(), "PNG"))
    (photos / "cut short.jpg").write_bytes(good[: len(good) * 3 // 4])
    (photos / "empty.jpg").write_bytes(b"")
    (photos / "text.jpg").write_text("hello")
    (photos / "zeros.png").write_bytes(bytes(5000))
    (photos / "bomb.png").write_bytes(bomb())
    (photos / "header only.jpg").write_bytes(good[:300])
    (photos / "notes.txt").write_text("hello")
    (photos / "folder.jpg").mkdir()
    (photos / "loop").symlink_to(photos)
    os.mkfifo(photos / "pipe.jpg")
    with open(bytes(photos) + b"/odd \xff\xfe name.jpg", "wb") as file:
        file.write(good)
    result = program("index", photos)
    assert result.code == 0
    assert "2 other files" in result.out
    reasons = failures(program)
    assert set(reasons) == {"empty.jpg", "text.jpg", "zeros.png", "bomb.png", "header only.jpg"}
    assert all(len(reason) > 10 and "Error" not in reason and "0x" not in reason for reason in reasons.values())
    rows = program("faces", "--json").rows
    assert len(rows) == 3  # good.jpg and its odd-named copy are one photo
    assert {photo["damaged"] for photo in program("photos", "--json").rows} == {False, True}


def test_a_photo_without_faces_is_a_photo(program, photos):
    (photos / "noise.png").write_bytes(encoded(noise(), "PNG"))
    assert program("index", photos).code == 0
    assert program("photos", "--json").rows[0]["faces"] == 0
    result = program("search", photos / "noise.png")
    assert result.code == 3
    assert "no face" in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any file")
def test_files_and_folders_that_may_not_be_read(program, photos):
    (photos / "good.jpg").write_bytes(encoded(astronaut()))
    (photos / "locked.jpg").write_bytes(encoded(astronaut()))
    (photos / "locked.jpg").chmod(0)
    (photos / "closed").mkdir(mode=0)
    result = program("index", photos)
    (photos / "closed").chmod(0o700)
    assert result.code == 0
    assert "closed" in result.out
    assert "locked.jpg" in failures(program)


def test_folders_that_are_not_there(program, photos):
    for wrong in (photos / "nowhere",):
        result = program("index", wrong)
        assert result.code == 3
        assert str(wrong) in result.err
        assert result.err.count("\n") == 1


def test_a_folder_that_vanishes_while_it_is_read(program, photos):
    for number in range(30):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(600, 400, number)))
    process = program.start("index", photos, "--json")
    for line in process.stdout:
        if b"photoindexed" in line:
            break
    for path in photos.iterdir():
        path.unlink()
    photos.rmdir()
    process.communicate(timeout=240)
    assert process.returncode == 0
    assert program("status", "--json").rows[0]["photos"] >= 1


def test_two_programs_at_once(program, photos):
    for number in range(40):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(600, 400, number)))
    process = program.start("index", photos, "--json")
    process.stdout.readline()
    result = program("index", photos)
    assert result.code == 4
    assert str(process.pid) in result.err
    assert program("people").code == 0
    process.communicate(timeout=240)
    assert process.returncode == 0


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(program, photos):
    for number in range(60):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(800, 600, number)))
    process = program.start("index", photos, "--json", start_new_session=True)
    for line in process.stdout:
        if b"photoindexed" in line:
            break
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the children too
    process.communicate(timeout=240)
    assert process.returncode == 130
    kept = program("status", "--json").rows[0]["photos"]
    assert 0 < kept < 60
    assert program("index").code == 0
    assert program("status", "--json").rows[0]["photos"] == 60


def test_kill_minus_nine_loses_nothing_that_was_told(program, photos):
    for number in range(30):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(800, 600, number)))
    process = program.start("index", photos, "--json")
    told = 0
    for line in process.stdout:
        told += b"photoindexed" in line
        if told == 5:
            break
    process.kill()
    process.communicate()
    time.sleep(0.5)  # the child sees its pipe end
    with sqlite3.connect(program.library / "library.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert program("status", "--json").rows[0]["photos"] >= told
    assert program("index").code == 0
    assert program("status", "--json").rows[0]["photos"] == 30


def test_a_full_disk_is_said_and_what_was_stored_stays(program, photos):
    for number in range(40):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(500, 400, number)))
    program("index", photos / ".." / "photos" if False else photos)
    before = program("status", "--json").rows[0]["photos"]
    for number in range(40, 200):
        (photos / f"{number}.jpg").write_bytes(encoded(noise(300, 200, number)))
    size = max(path.stat().st_size for path in program.library.glob("*.db*")) + 100_000

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    result = program("index", preexec_fn=limit)
    assert result.code == 1
    assert "space" in result.err or "full" in result.err
    assert program("status", "--json").rows[0]["photos"] >= before
    assert program("index").code == 0
    assert program("status", "--json").rows[0]["photos"] == 200


def test_unknown_and_ambiguous_names(program, photos):
    (photos / "a.jpg").write_bytes(encoded(astronaut()))
    program("index", photos)
    (row,) = program("faces", "--json").rows
    assert program("name", 999, "Anna").code == 3
    assert program("rename", "Nobody", "Anna").code == 3
    assert program("assign", 999, "Anna").code == 3
    program("name", row["cluster_id"], "Anna")
    result = program("find", "Nobody")
    assert result.code == 3
    assert "Nobody" in result.err


def test_a_library_that_is_no_library(program, photos):
    program.library.mkdir()
    (program.library / "library.db").write_bytes(b"not a database at all" * 1000)
    before = (program.library / "library.db").read_bytes()
    for command in (("people",), ("index", photos), ("undo",)):
        result = program(*command)
        assert result.code == 4
        assert result.err.count("\n") == 1
    assert (program.library / "library.db").read_bytes() == before
