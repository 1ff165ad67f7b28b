"""A share whose server is silent, for real: a FUSE file system nobody serves. Linux, as root.

Requests are taken from the kernel and never answered, as by a server that is gone: whoever asks waits, and cannot be
killed. When the share is dropped, everybody who waits hears an error.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_FORCE, _DETACH = 1, 2
# https://www.kernel.org/doc/html/latest/filesystems/fuse.html, include/uapi/linux/fuse.h
_HEADER = struct.Struct("<IIQQIIII")
_ANSWER = struct.Struct("<IiQ")
_INIT, _DESTROY = 26, 38
_INIT_ANSWER = struct.Struct("<IIIIHHI40x")


@contextmanager
def silent_share(place: Path) -> Iterator[Path]:
    """Mounted there, until the end; nothing in it ever answers. Skips the test where that cannot be had."""
    if sys.platform != "linux" or os.geteuid() != 0 or not os.path.exists("/dev/fuse"):
        pytest.skip("a file system that does not answer can be made by root on Linux only")
    libc = ctypes.CDLL(None, use_errno=True)
    place.mkdir(exist_ok=True)
    device = os.open("/dev/fuse", os.O_RDWR)
    how = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if libc.mount(b"silent", bytes(place), b"fuse", 0, how) != 0:
        os.close(device)
        pytest.skip(f"nothing can be mounted here ({os.strerror(ctypes.get_errno())})")
    server = threading.Thread(target=_take_and_say_nothing, args=(device,), daemon=True)
    server.start()
    try:
        yield place
    finally:
        libc.umount2(bytes(place), _FORCE)  # whoever waits hears an error
        libc.umount2(bytes(place), _DETACH)
        with suppress(OSError):
            os.close(device)
        server.join(10)


def _take_and_say_nothing(device: int) -> None:
    while True:
        try:
            request = os.read(device, 1 << 20)
        except OSError as error:
            if error.errno == errno.EINTR:
                continue
            return
        _length, kind, unique, *_ = _HEADER.unpack_from(request)
        if kind == _INIT:
            major, minor, ahead, _flags = struct.unpack_from("<IIII", request, _HEADER.size)
            answer = _INIT_ANSWER.pack(major, minor, ahead, 0, 12, 9, 4096)
            os.write(device, _ANSWER.pack(_ANSWER.size + len(answer), 0, unique) + answer)
        elif kind == _DESTROY:
            return
