"""Folders on other computers: what changes there the operating system tells nobody here, and they may not answer."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Kinds of file systems, as Linux and macOS name them. FUSE serves any: those that are known to be far.
_FAR = frozenset(
    b"nfs nfs4 cifs smb smb2 smb3 smbfs afpfs webdav davfs ncpfs afs coda 9p ceph glusterfs lustre virtiofs vboxsf"
    b" prl_fs drvfs fuse.sshfs fuse.rclone fuse.davfs2 fuse.s3fs fuse.gvfsd-fuse fuse.glusterfs fuse.ceph"
    b" fuse.curlftpfs fuse.smbnetfs fuse.vmhgfs-fuse".split()
)
# A drive that is mounted below one of these may be pulled out.
_LOOSE = (b"/media/", b"/run/media/", b"/mnt/")
# What Linux itself makes of memory, and files of programs: nothing that photos are on waits for a server or a motor.
_OF_MEMORY = frozenset(
    b"proc sysfs devtmpfs devpts tmpfs ramfs cgroup cgroup2 pstore bpf securityfs debugfs tracefs fusectl configfs"
    b" mqueue hugetlbfs efivarfs binfmt_misc rpc_pipefs nsfs overlay squashfs".split()
)
_DRIVE_REMOTE = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
_TABLE = Path("/proc/self/mounts")


def is_share(folder: bytes) -> bool:
    """Whether the folder is on another computer, as far as can be told."""
    if sys.platform == "win32":
        return _is_remote_drive(os.fsdecode(folder))
    return kind_of(os.path.realpath(folder), _table()) in _FAR


def always_answers() -> bool:
    """Whether no drive or share of this computer can keep whoever asks it waiting, as far as can be told unasked.

    Of all of them, not of one folder: a link or another drive below it may lead anywhere.
    """
    return _TABLE.exists() and none_waits(_table())


def none_waits(table: bytes) -> bool:
    """The same by a table of mounts."""
    return not any(_may_wait(each.place, each.kind) for each in _mounts(table))


def _may_wait(place: bytes, kind: bytes) -> bool:
    if kind in _OF_MEMORY or place.startswith(b"/proc/"):
        return False
    return kind in _FAR or kind == b"autofs" or kind.startswith(b"fuse") or (place + b"/").startswith(_LOOSE)


def kind_of(folder: bytes, table: bytes) -> bytes:
    """The kind of the file system that a folder is on, by a table of mounts (man 5 fstab); empty if it is not there."""
    return mount_of(folder, table).kind


def is_far(mount: Mount) -> bool:
    """Whether it is on another computer: then its source is an address."""
    return mount.kind in _FAR


@dataclass(frozen=True, slots=True)
class Mount:
    """place: where a file system is, without a slash at its end; source: a device or an address."""

    place: bytes = b""
    kind: bytes = b""
    source: bytes = b""


def mount_of(folder: bytes, table: bytes | None = None) -> Mount:
    """That of the file system that a folder, without links in its path, is on; an empty one if it is not there."""
    found = Mount()
    for each in _mounts(_table() if table is None else table):
        if folder == each.place or folder.startswith(each.place + b"/"):  # of two in one place the later one is seen
            found = max(each, found, key=lambda mount: len(mount.place))
    return found


def _mounts(table: bytes) -> Iterator[Mount]:
    for line in table.splitlines():
        parts = line.split()
        if len(parts) > 2:
            yield Mount(_unescaped(parts[1]).rstrip(b"/"), parts[2], _unescaped(parts[0]))


def _table() -> bytes:
    try:
        return _TABLE.read_bytes()
    except OSError:
        return b""


def _unescaped(place: bytes) -> bytes:
    r"""Blanks and the like are written as \040."""
    head, *rest = place.split(b"\\")
    return head + b"".join(bytes([int(part[:3], 8)]) + part[3:] for part in rest)


def _is_remote_drive(folder: str) -> bool:
    drive = os.path.splitdrive(os.path.realpath(folder))[0]
    kernel = getattr(ctypes, "windll", None)
    return drive.startswith("\\\\") or (
        kernel is not None and kernel.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE
    )
