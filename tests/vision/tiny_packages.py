"""A wheel and a source distribution as pip takes them, made by hand; their code leaves a mark when it is run."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

from photoface.vision.model import PackageMember

_METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"


def make_wheel(folder: Path, data: bytes, name: str = "tiny_wheel", version: str = "1.0") -> PackageMember:
    """``NAME/weights.bin`` in a wheel."""
    path, info = folder / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}/weights.bin", data)
        wheel.writestr(f"{info}/METADATA", _METADATA.format(name=name, version=version))
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return _member(path, name, version, "wheel", f"{name}/weights.bin")


def make_sdist(folder: Path, data: bytes, mark: Path, name: str = "tiny_source", version: str = "2.0") -> PackageMember:
    """``NAME-VERSION/NAME/weights.bin`` in a source distribution; its setup.py, when run, writes ``mark``."""
    path, top = folder / f"{name}-{version}.tar.gz", f"{name}-{version}"
    setup = (
        f"open({str(mark)!r}, 'w').close()\nfrom setuptools import setup\nsetup(name={name!r}, version={version!r})\n"
    )
    files = {
        f"{top}/PKG-INFO": _METADATA.format(name=name, version=version).encode(),
        f"{top}/setup.py": setup.encode(),
        f"{top}/{name}/weights.bin": data,
    }
    with tarfile.open(path, "w:gz") as archive:
        for member, content in files.items():
            info = tarfile.TarInfo(member)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return _member(path, name, version, "sdist", f"{top}/{name}/weights.bin")


def _member(path: Path, name: str, version: str, kind: str, member: str) -> PackageMember:
    data = path.read_bytes()
    return PackageMember(name, version, kind, len(data), hashlib.sha256(data).hexdigest(), member)
