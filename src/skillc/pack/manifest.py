"""What a pack wrote: `manifest.json`, from which the next pack knows its own files, and `SHA256SUMS`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from skillc.model import Skill

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
GENERATOR = "skillc pack"
_PATH = re.compile(r"(?!.*(^|/)\.\.?(/|$))[\w.-]+(/[\w.-]+)*", re.ASCII)


def sha256(content: bytes) -> str:
    """Return the digest of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the digests of `files` as `sha256sum --check` reads them."""
    return "".join(f"{sha256(content)}  {path}\n" for path, content in sorted(files.items())).encode()


def json_bytes(document: object) -> bytes:
    """Return a JSON document as a file that people can read."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def manifest(skill: Skill, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of `files`: path below the manifest's folder, size in bytes and sha256 of each."""
    listed = [
        {"path": path, "size": len(content), "sha256": sha256(content)} for path, content in sorted(files.items())
    ]
    return json_bytes({"generator": GENERATOR, "name": skill.name, "version": skill.version, "files": listed})


def listed_paths(content: bytes) -> frozenset[str] | None:
    """Return the paths that a manifest lists; None when it is not one of ours, or names a place outside its folder."""
    try:
        document = json.loads(content)
        paths = frozenset(entry["path"] for entry in document["files"])
        ours = document["generator"] == GENERATOR and all(_PATH.fullmatch(path) for path in paths)
    except (ValueError, KeyError, TypeError):
        return None
    return paths if ours else None
