"""Which drive is in a place: two sticks, one after the other, are mounted in the same one."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from photoface.services.watching.shares import is_far, mount_of

_BY_NUMBER = Path("/dev/disk/by-uuid")


def volume_of(drive: bytes) -> str | None:
    """The number that its file system was given when it was made, or the address of a share; None: nobody can tell."""
    if sys.platform == "win32":
        return _serial(os.fsdecode(drive))
    mount = mount_of(os.path.realpath(drive))
    if is_far(mount):
        return os.fsdecode(mount.source).encode("utf-8", "replace").decode("utf-8")
    return number_of(mount.source, _BY_NUMBER)


def number_of(device: bytes, by_number: Path) -> str | None:
    """The name of the link to a device in a folder of links: Linux keeps one, by the numbers of file systems."""
    target = os.path.realpath(os.fsdecode(device))
    try:
        links = sorted(by_number.iterdir())
    except OSError:
        return None
    return next((link.name for link in links if os.path.realpath(link) == target), None)


def _serial(drive: str) -> str | None:
    kernel, number = getattr(ctypes, "windll", None), ctypes.c_uint32()
    root = os.path.splitdrive(os.path.realpath(drive))[0] + "\\"
    nothing = [None, 0, ctypes.byref(number), None, None, None, 0]
    # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getvolumeinformationw
    told = kernel is not None and kernel.kernel32.GetVolumeInformationW(root, *nothing)
    return f"{number.value:08x}" if told else None
