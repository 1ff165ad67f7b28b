"""Folders on other computers: what changes there the operating system tells nobody here."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

# Kinds of file systems, as Linux and macOS name them. FUSE serves any: those that are known to be far.
_FAR = frozenset(
    b"nfs nfs4 cifs smb smb2 smb3 smbfs afpfs webdav davfs ncpfs afs coda 9p ceph glusterfs lustre virtiofs vboxsf"
    b" prl_fs drvfs fuse.sshfs fuse.rclone fuse.davfs2 fuse.s3fs fuse.gvfsd-fuse fuse.glusterfs fuse.ceph"
    b" fuse.curlftpfs fuse.smbnetfs fuse.vmhgfs-fuse".split()
)
_DRIVE_REMOTE = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
_TABLE = Path("/proc/self/mounts")


def is_share(folder: bytes) -> bool:
    """Whether the folder is on another computer, as far as can be told."""
    if sys.platform == "win32":
        return _is_remote_drive(os.fsdecode(folder))
    return kind_of(os.path.realpath(folder), _table()) in _FAR


def kind_of(folder: bytes, table: bytes) -> bytes:
    """The kind of the file system that a folder is on, by a table of mounts (man 5 fstab); empty if it is not there."""
    found = (-1, b"")
    for line in table.splitlines():
        parts = line.split()
        if len(parts) > 2:
            place = _unescaped(parts[1]).rstrip(b"/")
            if folder == place or folder.startswith(place + b"/"):
                found = max(found, (len(place), parts[2]), key=lambda each: each[0])
    return found[1]


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
