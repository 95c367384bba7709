"""The small good skill of tests/cases/good/minimal, in a folder where a test may spoil it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skillc.load import parse
from skillc.pipeline import Compilation, compile_tree
from skillc.render.helper import modules
from support.places import CASES

if TYPE_CHECKING:
    from collections.abc import Mapping

GOOD = CASES / "good" / "minimal"
OVERLAY = ".overlay.yaml"
TOP_LEVEL_KEY = re.compile(r"^(?=([\w$-]+):\s)", re.MULTILINE)
LIST, GET, UPDATE, DELETE = (
    f"actions/book/{key}.yaml" for key in ("list-books", "get-book", "update-book", "delete-book")
)

MODULES = frozenset(f"scripts/{path}" for path in modules())
GENERATED = frozenset(
    {
        "SKILL.md",
        "references/answers.md",
        "references/book.md",
        "scripts/bookshelf.json",
        "scripts/bookshelf.py",
        *MODULES,
    }
)


@dataclass(frozen=True)
class Shelf:
    """A copy of the small good skill."""

    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> Shelf:
        shutil.copytree(GOOD, root, dirs_exist_ok=True)
        return cls(root)

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.text(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new, 1))

    def overlay(self, path: str, keys: Mapping[str, Any]) -> None:
        """Set top-level keys of a file (of list-books.yaml, for a new file); None removes one."""
        base = parse(path, self.text(path if (self.root / path).exists() else LIST))[0].data
        merged = {**base, **keys}
        self.write(
            path, json.dumps({key: value for key, value in merged.items() if value is not None}, ensure_ascii=False)
        )

    def spoil(self, case: Path) -> None:
        """Lay a folder of tests/cases/bad over the skill.

        `X.overlay.yaml` holds the top-level keys of X.yaml that are other or new, as they are to stand there; new
        ones come last. remove.txt names what goes, one a line: a file, or a file and one of its keys.
        """
        for file in sorted(path for path in case.rglob("*") if path.is_file()):
            path = file.relative_to(case).as_posix()
            if path.endswith(OVERLAY):
                whole = path.removesuffix(OVERLAY) + ".yaml"
                self.write(whole, _text({**_blocks(self.text(whole)), **_blocks(file.read_text(encoding="utf-8"))}))
            elif path == "remove.txt":
                for line in file.read_text(encoding="utf-8").splitlines():
                    self._remove(*line.split())
            elif path != "expected.txt":
                self.write(path, file.read_bytes())

    def _remove(self, path: str, key: str | None = None) -> None:
        if key is None:
            (self.root / path).unlink()
        else:
            blocks = _blocks(self.text(path))
            del blocks[key]
            self.write(path, _text(blocks))

    def compiled(self) -> Compilation:
        return compile_tree(self.root)

    def findings(self) -> list[str]:
        """Return `CODE message` of everything found."""
        return [f"{diagnostic.code} {diagnostic.message}" for diagnostic in self.compiled().diagnostics]

    def codes(self) -> set[str]:
        return {diagnostic.code for diagnostic in self.compiled().diagnostics}

    def everything(self) -> dict[str, tuple[bytes, int, int]]:
        """Return content, mode and time of change of every file."""
        files = [path for path in self.root.rglob("*") if path.is_file()]
        return {
            p.relative_to(self.root).as_posix(): (p.read_bytes(), p.stat().st_mode, p.stat().st_mtime_ns) for p in files
        }


def _blocks(text: str) -> dict[str, str]:
    """Return the lines of each top-level key."""
    before, *pairs = TOP_LEVEL_KEY.split(text)
    blocks = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert not before
    assert len(blocks) * 2 == len(pairs), "a key stands there twice"
    return blocks


def _text(blocks: Mapping[str, str]) -> str:
    return "".join(blocks.values())
