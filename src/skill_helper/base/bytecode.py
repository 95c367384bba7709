# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Python's own byte-code cache, for the modules of the skill alone.

Below the state folder, never in the skill's own folder.
"""

from __future__ import annotations

import os
import stat
import sys
from binascii import crc32
from collections.abc import Mapping
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from typing import Any

from .places import lies_in, state_place
from .system import on_windows

SCRIPTS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
SKILL_FOLDER = os.path.dirname(SCRIPTS)
NAME = "byte-code"
CHECKSUM_BYTES = 4


class CachingLoader(SourceFileLoader):
    """Python's loader of a module, which keeps byte code in `folder` and takes it while the source is the same.

    Python itself would compare time and size of the source: archives give every file the same time, so that a new
    version of the same size would run the old code. A checksum of its own guards each file of the cache; a damaged
    one is made again.
    """

    folder = ""
    source = b""

    def path_stats(self, path: str) -> Mapping[str, Any]:
        """Return what decides whether byte code is that of the source."""
        self.source = super().get_data(path)
        return {"mtime": crc32(self.source), "size": len(self.source)}

    def get_data(self, path: str) -> bytes:
        """Return the source, the same bytes that were compared, or the byte code that Python looks for at `path`.

        Raises OSError.
        """
        if path == self.path:
            return self.source
        kept = super().get_data(self.place(path))
        checksum, byte_code = kept[:CHECKSUM_BYTES], kept[CHECKSUM_BYTES:]
        if checksum != checksum_of(byte_code):
            raise OSError("damaged")
        return byte_code

    def set_data(self, path: str, data: Any, *, _mode: int = 0) -> None:
        """Keep the byte code that Python would write to `path`: whole or not at all, for the user alone."""
        super().set_data(self.place(path), checksum_of(data) + data, _mode=0o600)

    def place(self, path: str) -> str:
        """Return the file in the cache for what Python would call `…/__pycache__/state.cpython-311.pyc`."""
        version = os.path.basename(path).partition(".")[2]
        return os.path.join(self.folder, f"{self.name}.{version}")


def use_cache(skill: str, environment: Mapping[str, str]) -> None:
    """Load what follows of the skill's modules through the cache, if there is a folder that only the user can write."""
    try:
        folder = cache_folder(skill, environment)
    except OSError:
        return
    if not folder:
        return

    def hook(place: str) -> FileFinder:
        if place != SCRIPTS and not place.startswith(SCRIPTS + os.sep):
            raise ImportError
        return FileFinder(place, (CachingLoader, SOURCE_SUFFIXES))

    CachingLoader.folder = folder
    for place in [place for place in sys.path_importer_cache if place.startswith(SCRIPTS)]:
        del sys.path_importer_cache[place]
    sys.path_hooks.insert(0, hook)
    sys.dont_write_bytecode = False  # from here on, no module of the skill is written to its own folder


def cache_folder(skill: str, environment: Mapping[str, str]) -> str:
    """Return the folder of the cache, made if need be; empty when it cannot be trusted. Raises OSError."""
    state = state_place(skill, SKILL_FOLDER, environment).folder
    if not state:
        return ""
    folder = os.path.join(state, NAME)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder if is_private(folder, environment) and not lies_in(folder, SKILL_FOLDER) else ""


def is_private(folder: str, environment: Mapping[str, str]) -> bool:
    """Whether a folder is no link, and only the user may write there; on Windows, whether it lies where that is so."""
    about = os.lstat(folder)
    if not stat.S_ISDIR(about.st_mode):
        return False
    if sys.platform == "win32" or on_windows():
        local = environment.get("LOCALAPPDATA", "")
        return os.path.isabs(local) and lies_in(folder, local)
    return about.st_uid == os.geteuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def checksum_of(data: bytes) -> bytes:
    """Return a checksum of four bytes."""
    return crc32(data).to_bytes(CHECKSUM_BYTES, "little")
