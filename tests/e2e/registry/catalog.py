"""What a registry holds: the releases of each skill, in the order in which they were published."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

OWNER = "faktoora"
PUBLISHED_AT = 1_790_000_000_000  # milliseconds, as everywhere in the API
Verdict = Literal["clean", "suspicious", "malicious"]


@dataclass(frozen=True, slots=True)
class Release:
    """One version of a skill, and what the registry's scanners think of it."""

    slug: str
    version: str
    files: Mapping[str, bytes]
    verdict: Verdict = "clean"

    def written_to(self, folder: Path) -> Path:
        """Write the files into a folder, which is made, and return it."""
        for path, content in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return folder

    @property
    def archive(self) -> bytes:
        """The zip that users download: no modes, no directories, one date, and `_meta.json` of the registry's own.

        Source: buildDeterministicZip in openclaw/clawhub, convex/lib/skillZip.ts.
        """
        meta = {"ownerId": OWNER, "slug": self.slug, "version": self.version, "publishedAt": PUBLISHED_AT}
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in [*sorted(self.files.items()), ("_meta.json", json.dumps(meta, indent=2).encode())]:
                entry = zipfile.ZipInfo(path)
                entry.create_system = 0  # MS-DOS, which knows no modes
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    @property
    def fingerprint(self) -> str:
        """The hash by which `clawhub skill publish` asks whether these files are published already.

        SHA-256 over lines `path:sha256`, sorted as JavaScript's localeCompare does. Source: hashSkillFiles in clawhub
        0.23.3.
        """
        lines = [f"{path}:{hashlib.sha256(self.files[path]).hexdigest()}" for path in sorted(self.files, key=_collated)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _collated(path: str) -> str:
    """Return a path so that texts compare as JavaScript's localeCompare does: `_ - . /` before digits and letters."""
    return path.casefold().translate(str.maketrans("_-./", "\x01\x02\x03\x04"))


class Catalog:
    """All releases."""

    def __init__(self) -> None:
        """Begin empty."""
        self._releases: list[Release] = []

    def add(self, release: Release) -> None:
        """Publish a release."""
        self._releases.append(release)

    def releases(self, slug: str) -> list[Release]:
        """Return the releases of a skill, newest first."""
        return [release for release in reversed(self._releases) if release.slug == slug]

    def find(self, slug: str, version: str | None = None) -> Release | None:
        """Return one release, the newest when no version is named."""
        return next((release for release in self.releases(slug) if version in {None, release.version}), None)
