"""`output.data` or `output.files` says something of files that the answer, its rows or the reader do not give.

Why: `--lines` would find nothing to read, and `--files` no file, or no field by which to ask for one.

Fix: write `data` where the answer is a file, and `files` where it is a list; `read` an action that gives a file, and
name fields of the row in `with` and `name`.

Bad:
    # actions/book/list-books.yaml
    output:
      schema:
        type: object
        properties: {data: {type: array, items: {type: object, properties: {id: {type: string}}}}}
      items: data
      show: [id]
      files: {read: get-book, with: {id: id}, name: number}
Good:
    # actions/book/get-book.yaml
    output: {file: true}
    # actions/book/list-books.yaml
    output:
      schema:
        type: object
        properties: {data: {type: array, items: {type: object, properties: {id: {type: string}}}}}
      items: data
      show: [id]
      files: {read: get-book, with: {id: id}, name: id}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import Miss, follow_in_record, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "ACT035"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each answer, reader and field that does not fit."""
    for action in project.actions:
        if "local" in action.data["run"]:  # to which they mean nothing at all
            continue
        output = action.data["output"]
        if "data" in output and not output.get("file"):
            message = "output.data has no effect: the answer is no file"
            yield action.error(CODE, ("output", "data"), message, "write file: true, or remove data")
        if "files" in output:
            yield from _files_faults(action, output, project)


def _files_faults(action: Document, output: Mapping[str, Any], project: Project) -> Iterator[Diagnostic]:
    if "items" not in output:
        message = "output.files has no effect: nothing says where the rows are"
        yield action.error(CODE, ("output", "files"), message, "write items: a path into the answer, or remove files")
    reader = project.reads.get(output["files"]["read"])
    if reader and not reader.data["output"].get("file"):
        message = f"{reader.data['key']} gives no file"
        found = action.error(CODE, ("output", "files", "read"), message, "read an action whose output has file: true")
        yield found.see(reader.related("what it gives", ("output",)))
    record = record_of(output, project.definitions)
    for pointer, path in _fields(output["files"]):
        there = follow_in_record(record, path, project.definitions) if record else {}
        if isinstance(there, Miss):
            yield action.error(CODE, pointer, f'output.schema describes no "{there.step}" in the row', there.hint)


def _fields(files: Mapping[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """Yield each field of the row that is named, with where it is named."""
    start = ("output", "files")
    yield from (((*start, "with", name), path) for name, path in files["with"].items() if isinstance(path, str))
    yield (*start, "name"), files["name"]
