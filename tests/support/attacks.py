"""Answers and inputs that try to keep the helper busy, or to fill its memory.

Each is made anew, so that no test holds them all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1024 * 1024
CREATE = ("create-product", "--name", "A", "--unit", "H87", "--tax", "19")
READ = ("request", "/things")
RECORD = {"id": "c1", "name": "Faktoora", "key": "faktoora", "state": "READY"}


class Attack(NamedTuple):
    """What the stand-in answers to which question (a file of `rules`), and the call of the helper."""

    file: str
    content: Callable[[], str | bytes]
    words: tuple[str, ...] = READ
    stdin: Callable[[], bytes] = bytes


def live(schema: Callable[[], Any], **more: Any) -> Callable[[], str]:
    """Return what makes the list of live actions, of which one has a schema."""
    return lambda: json.dumps({"items": [{"id": "x1", "key": "x", "name": "X", "inputSchema": schema(), **more}]})


def tree(levels: int = 24) -> dict[str, Any]:
    """Return a schema whose alternatives lead to 2 ** levels others."""
    return {
        "properties": {"a": {"$ref": "#/$defs/D0"}},
        "$defs": {
            f"D{i}": {"anyOf": [{"$ref": f"#/$defs/D{i + 1}"}, {"$ref": f"#/$defs/D{i + 1}"}]} for i in range(levels)
        },
    }


def patterns(pattern: str) -> Callable[[], Any]:
    return lambda: {"properties": {"a": {"items": {"type": "string", "pattern": pattern}}}}


MANY_NAMES = {
    "properties": {f"name{i}": {"type": "string"} for i in range(5000)},
    "required": [f"name{i}" for i in range(5000)],
}
RUN = ("run", "x1", "--dry-run", "--input")
ANSWERS: dict[str, Callable[[], str | bytes]] = {
    "a long list": lambda: json.dumps([{"id": i, "name": "Kiste", "price": 1.5} for i in range(70_000)]),
    "a list that is too long": lambda: json.dumps([{"id": i} for i in range(2_000_000)]),
    "empty lists": lambda: "[" + "[]," * 140_000 + "[]]",
    "empty lists without end": lambda: "[" + "[]," * 5_000_000 + "[]]",
    "brackets": lambda: "[" * 16 * MEGABYTE,
    "brackets in lines": lambda: "[\n" * 8 * MEGABYTE,
    "objects in objects": lambda: '{"a":' * 3 * MEGABYTE,
    "one long text": lambda: json.dumps("ä" * 7 * MEGABYTE, ensure_ascii=False),
    "one long text with an emoji": lambda: json.dumps("\U0001f600" + "a" * 15 * MEGABYTE, ensure_ascii=False),
    "one long text of characters that cannot be seen": lambda: json.dumps("\u202e" * 5 * MEGABYTE, ensure_ascii=False),
    "escapes": lambda: '"' + "\\u202e" * 2 * MEGABYTE + '"',
    "a record with a long text": lambda: json.dumps({"id": 1, "text": "a" * 15 * MEGABYTE}),
    "a message of 5 MB": lambda: json.dumps({"type": "bad_request", "message": "m" * 5 * MEGABYTE}),
    "a body with a message of 5 MB": lambda: json.dumps(
        {"statusCode": 400, "message": "m" * 5 * MEGABYTE, "error": "e"}
    ),
    "many names": lambda: json.dumps({f"name{i}": i for i in range(140_000)}),
    "long names": lambda: json.dumps({"n" * 100_000 + str(i): i for i in range(100)}),
    "doubled names": lambda: "{" + ",".join('"a":1' for _ in range(140_000)) + "}",
    "a number without end": lambda: "1" * 15 * MEGABYTE,
    "a big exponent": lambda: '{"page":1e9999999,"total":1e999999}',
    "many numbers": lambda: "[" + "1.23456789012345678901234567890," * 200_000 + "1]",
    "long numbers": lambda: "[" + ("1" * 999 + ",") * 15_000 + "1]",
    "spaces": lambda: " " * 16 * MEGABYTE + "x",
    "empty lines": lambda: "\n" * 16 * MEGABYTE + "x",
    "lines that begin like JSON": lambda: "{\n" * 2 * MEGABYTE + "}",
    "JSON that ends with a mistake": lambda: "[" + '"abc",' * 140_000 + "x]",
    "notes before every document": lambda: ("note\n" + "[" + "1," * 140_000 + "x]\n") * 20,
    "colours": lambda: "\x1b]" * 8 * MEGABYTE,
    "colours that do not end": lambda: ("\x1b[" + "0" * 1000) * 15_000,
    "commands of a terminal": lambda: "\x1b]" + "x" * 15 * MEGABYTE,
    "base64": lambda: json.dumps("A" * 15 * MEGABYTE),
    "base64 of a PDF": lambda: json.dumps("JVBERi0x" + "A" * 15 * MEGABYTE),
    "a data URL": lambda: json.dumps("data:" + ";a=b" * 3 * MEGABYTE),
    "bytes as numbers": lambda: json.dumps({"type": "Buffer", "data": [37] * 250_000}),
    "a PDF of 30 MB": lambda: b"%PDF-" + bytes(range(256)) * 120_000,
    "an XML of 30 MB": lambda: b"<?xml version='1.0' encoding='ISO-8859-1'?><a>" + b"\xe4" * 30 * MEGABYTE + b"</a>",
    "an XML of 30 MB in UTF-8": lambda: (
        b"<?xml version='1.0' encoding='ISO-8859-1'?><a>" + "ä".encode() * 15 * MEGABYTE + b"</a>"
    ),
    "an XML that never ends": lambda: b"<?xml " + b"x" * 15 * MEGABYTE,
    "an XML in punycode": lambda: "<?xml version='1.0' encoding='punycode'?><a>" + "ä" * 60_000 + "</a>",
    "40 MB": lambda: b"x" * 40 * MEGABYTE,
    "15 MB that is no text": lambda: b"\xff" * 15 * MEGABYTE,
    "NUL": lambda: b"\0" * 15 * MEGABYTE,
}
ERRORS: dict[str, Callable[[], str]] = {
    "300,000 lines": lambda: "\n" * 300_000,
    "words": lambda: "update available " * 50_000,
    "signs": lambda: "!" * 900_000 + "\n",
    "colours": lambda: "\x1b]" * 100_000,
    "status lines": lambda: "HTTP 200\n" * 100_000,
    "an error of 1 MB": lambda: "Error: " + "x" * 1_000_000,
    "an error document": lambda: json.dumps({"type": "bad_request", "message": "x" * 1_000_000}),
    "causes": lambda: '{"type":"x","message":"m","causedByError":' * 90 + "{}" + "}" * 90,
    "2 MB": lambda: "x" * 2_000_000,
}
SCHEMAS: dict[str, Attack] = {
    "a tree": Attack("actions", live(tree), (*RUN, '{"a":1}')),
    "a tree that is described": Attack("actions", live(tree), ("describe", "x1")),
    "a pattern that repeats": Attack(
        "actions", live(patterns("^a*a*a*a*a*a*a*a*$")), (*RUN, json.dumps({"a": ["a" * 900 + "b"] * 50}))
    ),
    "a pattern of options": Attack(
        "actions", live(patterns("^(a?){64}a{64}$")), (*RUN, json.dumps({"a": ["a" * 64] * 50}))
    ),
    "a pattern of dots": Attack(
        "actions", live(patterns("^.*.*.*.*.*=$")), (*RUN, json.dumps({"a": ["x" * 37] * 1000}))
    ),
    "a pattern of nothing": Attack("actions", live(patterns("^(?:){999999999}$")), (*RUN, '{"a":["x"]}')),
    "many properties": Attack(
        "actions", live(lambda: MANY_NAMES), (*RUN, json.dumps({f"nmae{i}": "x" for i in range(5000)}))
    ),
    "many properties that are described": Attack("actions", live(lambda: MANY_NAMES), ("describe", "x1")),
    "a schema of 200,000 entries": Attack(
        "actions", live(lambda: {"enum": [0] * 200_000, **MANY_NAMES}), ("describe", "x1")
    ),
    "a long description": Attack("actions", live(dict, description="d" * 10 * MEGABYTE), ("describe", "x1")),
    "many live actions": Attack(
        "actions",
        lambda: json.dumps([{"id": f"a{i}", "name": "n", "type": "t"} for i in range(60_000)]),
        ("actions", "x"),
    ),
}
INPUTS: dict[str, Attack] = {
    "a long body": Attack("get", str, ("create-product", "--input", "-"), lambda: b"[" * 3_000_000),
    "many values": Attack(
        "get", str, (*CREATE[:1], "--input", "-"), lambda: json.dumps({"name": [1] * 290_000}).encode()
    ),
    "many doubled names": Attack(
        "get", str, (*CREATE[:1], "--input", "-"), lambda: b"{" + b'"a":1,' * 250_000 + b'"b":1}'
    ),
    "a file without end": Attack("get", str, (*CREATE[:1], "--input", "@/dev/zero")),
    "a body without end": Attack("get", str, ("request", "/x", "-X", "POST", "-d", "@/dev/zero")),
    "many flags": Attack("get", str, (*CREATE, *["--keyword=x"] * 20_000)),
    "many other flags": Attack("get", str, (*CREATE, *[f"--k{i}=x" for i in range(20_000)])),
    "many words": Attack("get", str, (*CREATE, *["x"] * 20_000)),
    "a long number": Attack("get", str, ("list-products", "--page", "9" * 100_000)),
    "a big number": Attack("get", str, ("list-products", "--page", "1e1000000")),
    "deep columns": Attack("get", lambda: '{"a":[1]}', (*READ, "--fields", "a." + "1" * 5000)),
    "many columns": Attack(
        "get", lambda: json.dumps([{"a": 1}] * 10_000), (*READ, "--fields", ",".join(f"a.b{i}" for i in range(100)))
    ),
    "too many columns": Attack("get", str, (*READ, "--fields", ",".join(f"a.b{i}" for i in range(1000)))),
    "an address": Attack(
        "get", str, ("create-webhook", "--action", "invoiceSent", "--target", "https://" + "ä" * 60_000)
    ),
    "a name": Attack("get", str, (*CREATE[:1], "--name", "a\u0301\u0300" * 20_000)),
}
ATTACKS: dict[str, Attack] = {
    **{f"answer: {name}": Attack("get", content) for name, content in ANSWERS.items()},
    **{
        f"result: {name}": Attack("out", ANSWERS[name], CREATE)
        for name in ("brackets", "colours", "40 MB", "one long text")
    },
    **{f"error: {name}": Attack("err", content, CREATE) for name, content in ERRORS.items()},
    **{f"schema: {name}": attack for name, attack in SCHEMAS.items()},
    **{f"input: {name}": attack for name, attack in INPUTS.items()},
}
