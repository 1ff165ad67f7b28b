"""What photoface needs of the operating system, what of it is missing here, and how it gets installed.

Library names: `ldd` of Qt 6.11's offscreen, xcb and wayland plug-ins. Package names: Debian 12; Ubuntu has them too.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from setup_parts.say import SetupProblem

OLDEST_GLIBC = (2, 34)  # the platform tag of the PySide6 wheels: manylinux_2_34

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",  # of QtNetwork, by whose local sockets a second start finds the first
}
DESKTOP_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something of the system: in words, as a Debian package, and whether only a window on a screen needs it."""

    words: str
    package: str
    desktop: bool = False


def missing_parts(desktop: bool) -> list[Part]:
    """What has to be there and is not; the desktop's parts count with a display, or along with any other."""
    needed = [*_missing_tools(), *_missing_libraries(QT_LIBRARIES, desktop=False)]
    if not (desktop or needed or may_install()):
        return []
    return [*needed, *_missing_libraries(DESKTOP_LIBRARIES, desktop=True)]


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    return sys.platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def may_install() -> bool:
    """Whether this user can install packages here by just doing it."""
    return is_debian() and os.geteuid() == 0


def is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def refuse_old_system(libc: str | None) -> None:
    """Raises SetupProblem where no wheel of Qt exists. libc: as `glibc 2.36`, None when there is no glibc."""
    if libc is None:
        raise SetupProblem("photoface needs a Linux with glibc 2.34 or later; Qt has no build for this C library.")
    version = tuple(int(part) for part in libc.split()[-1].split(".")[:2])
    if version < OLDEST_GLIBC:
        raise SetupProblem(f"photoface needs glibc 2.34 or later (Debian 12, Ubuntu 24.04 or newer); here is {libc}.")


def libc_here() -> str | None:
    try:
        return os.confstr("CS_GNU_LIBC_VERSION")
    except (ValueError, OSError):
        return None


def _missing_tools() -> list[Part]:
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    found = {
        Part("Python's module venv", f"{python}-venv"): _has_module("venv") and _has_module("ensurepip"),
        Part("Python's headers (Python.h)", f"{python}-dev"): _has_headers(),
        Part("a C++ compiler", "g++"): all(map(shutil.which, _compilers())),
    }
    return [part for part, here in found.items() if not here]


def _has_module(name: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def _has_headers() -> bool:
    return sys.platform == "win32" or Path(sysconfig.get_path("include"), "Python.h").exists()


def _compilers() -> list[str]:
    """The programs that setuptools will call for C++; on Windows it finds its own."""
    if sys.platform == "win32":
        return []
    configured = [os.environ.get(name) or sysconfig.get_config_var(name) or "c++" for name in ("CC", "CXX")]
    return [command.split()[0] for command in configured]


def _missing_libraries(names: Mapping[str, str], desktop: bool) -> list[Part]:
    if sys.platform != "linux":
        return []
    return [Part(name, package, desktop) for name, package in names.items() if not _loads(name)]


def _loads(name: str) -> bool:
    """Asks the loader itself: it alone knows all its folders."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def packages_of(parts: Iterable[Part]) -> list[str]:
    return sorted({part.package for part in parts})
