"""The surroundings in which pip downloads a source distribution without running its setup.py.

pip wants the metadata of what it downloads, and would run setup.py for that. It is told to build without isolation,
and finds in front of everything else a stand-in for setuptools (PEP 517) that reads the metadata out of PKG-INFO:
see docs/decisions/setup-py-is-not-run.md.
"""

from __future__ import annotations

import os
from pathlib import Path

_STAND_IN = """\
import os, re, sys
__legacy__ = sys.modules[__name__]
def get_requires_for_build_wheel(config_settings=None):
    return []
def prepare_metadata_for_build_wheel(folder, config_settings=None):
    with open("PKG-INFO", encoding="utf-8") as file:
        written = file.read()
    name, version = (re.search("^%s: *(.+?) *$" % key, written, re.M).group(1) for key in ("Name", "Version"))
    made = "%s-%s.dist-info" % (re.sub("[^A-Za-z0-9.]+", "_", name), version)
    os.mkdir(os.path.join(folder, made))
    with open(os.path.join(folder, made, "METADATA"), "w", encoding="utf-8") as file:
        file.write("Metadata-Version: 2.1\\nName: %s\\nVersion: %s\\n" % (name, version))
    return made
"""


def pip_environment(workspace: Path) -> dict[str, str]:
    """Temporary files below ``workspace``, and the stand-in for setuptools first among what can be imported."""
    package = workspace / "stand-in" / "setuptools"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_bytes(b"")
    (package / "build_meta.py").write_text(_STAND_IN, "utf-8")
    temporary = workspace / "tmp"
    temporary.mkdir(exist_ok=True)
    paths = [str(package.parent), os.environ.get("PYTHONPATH", "")]
    own = {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "SETUPTOOLS_USE_DISTUTILS": "stdlib",  # else an installed setuptools looks for parts of itself in the stand-in
        "PIP_USE_PEP517": "1",  # as a setting: a pip that has no other way left ignores it
        "PYTHONUNBUFFERED": "1",
        "TMPDIR": str(temporary),
    }
    return {**os.environ, **own}
