"""Archives that have the same bytes on every machine.

Compressed bytes differ between builds of zlib (zlib-ng, Cloudflare's, one version and the next), and so between
machines. Nothing is compressed here, therefore: a skill is small, and who downloads it can check that it was made
from its
sources.
"""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
SECONDS = 315_532_800  # the same date since 1970
FILE_MODE = 0o644
_REGULAR_FILE = 0o100000
_UNIX = 3
_LARGEST_BLOCK = 0xFFFF
_GZIP_HEADER = (
    b"\x1f\x8b\x08" + bytes(6) + b"\xff"
)  # deflate, no name, no time, no hint of a compressor, no operating system


def zip_archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of `files` (path: content), sorted by path, without entries for folders."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, DATE)
            entry.create_system = _UNIX
            entry.external_attr = (_REGULAR_FILE | FILE_MODE) << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def tar_gz_archive(files: Mapping[str, bytes]) -> bytes:
    """Return a gzipped tar (ustar) of `files` (path.

    Content), sorted by path, owned by nobody, without entries for folders.
    """
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode, entry.mtime = len(content), FILE_MODE, SECONDS
            archive.addfile(entry, io.BytesIO(content))
    return _gzip(buffer.getvalue())


def _gzip(content: bytes) -> bytes:
    """Return `content` as a gzip file of stored blocks (RFC 1952, and RFC 1951 section 3.2.4)."""
    starts = range(0, len(content), _LARGEST_BLOCK)
    blocks = [_stored(content[start : start + _LARGEST_BLOCK], last=start == starts[-1]) for start in starts]
    return b"".join([_GZIP_HEADER, *blocks, struct.pack("<II", zlib.crc32(content), len(content))])


def _stored(content: bytes, *, last: bool) -> bytes:
    return struct.pack("<BHH", last, len(content), len(content) ^ 0xFFFF) + content
