"""The small good skill of tests/cases/good/minimal, in a folder where a test may spoil it."""

from __future__ import annotations

import json
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
LIST, GET, UPDATE, DELETE = (f"actions/book/{key}.yaml" for key in ("list-books", "get-book", "update-book", "delete-book"))

MODULES = frozenset(f"scripts/{path}" for path in modules())
GENERATED = frozenset({"SKILL.md", "references/book.md", "scripts/bookshelf.json", "scripts/bookshelf.py", *MODULES})


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
        self.write(path, json.dumps({key: value for key, value in merged.items() if value is not None}, ensure_ascii=False))

    def spoil(self, case: Path) -> None:
        """Lay the files of a folder of tests/cases/bad over the skill, and take away those that its remove.txt names."""
        shutil.copytree(case, self.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "remove.txt"))
        removed = case / "remove.txt"
        for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (self.root / path).unlink()

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
        return {p.relative_to(self.root).as_posix(): (p.read_bytes(), p.stat().st_mode, p.stat().st_mtime_ns) for p in files}
