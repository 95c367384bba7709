"""Syntax errors of PyYAML in readable words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.load.codes import LoadCode
from skillc.load.indentation import misfit
from skillc.load.slips import slip_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml

DEPTH_LIMIT = 100
TOO_DEEP = f"the text is nested deeper than {DEPTH_LIMIT} levels"

_TAB = ("a tab cannot indent YAML", "use spaces")
_INDENT = (
    "the indentation of this line does not fit the lines around it",
    "correct it, or check quotes and brackets before it",
)
_COLON = ('": " is not allowed inside an unquoted value', "quote the whole value")
_LEADING = ("an unquoted value cannot begin with {character}", "quote the whole value")
_STAR = ("an unquoted value cannot begin with * or &", "quote the whole value")

# What libyaml says (its "problem", and the "context" where that matters) -> what we say, and what to type.
_WORDS: dict[str, tuple[str, str]] = {
    "found a tab character where an indentation space is expected": _TAB,
    "found a tab character that violates indentation": _TAB,
    "mapping values are not allowed in this context": _COLON,
    "found unexpected ':'": _COLON,
    "block sequence entries are not allowed in this context": (
        'a list item ("- ") is not allowed here',
        "put it on a line of its own",
    ),
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": _INDENT,
    "did not find expected <document start>": _INDENT,
    "could not find expected ':'": (
        "this line is neither `key: value` nor part of a value",
        "add the colon, or quote and indent the text",
    ),
    "did not find expected ',' or ']'": ("a list in [ ] is not closed, or a comma is missing", "add ] or a comma"),
    "did not find expected ',' or '}'": ("a mapping in { } is not closed, or a comma is missing", "add } or a comma"),
    "did not find expected node content": (
        "a value is missing here",
        "remove the extra comma or bracket, or write the value",
    ),
    "found unexpected end of stream": ("a quoted text is not closed", "add the closing quote"),
    "found unexpected document indicator": ("a quoted text is not closed", "add the closing quote"),
    "found unknown escape character": (
        "this escape is unknown in double quotes",
        "use single quotes, or write \\\\ for a backslash",
    ),
    "did not find expected hexdecimal number": (
        "\\x, \\u and \\U in double quotes need hexadecimal digits",
        "use single quotes",
    ),
    "did not find expected alphabetic or numeric character": _STAR,
    "found invalid Unicode character escape code": ("this escape is not a character", "write the character itself"),
}


_LIBRARY_LIMIT = (
    "exceeded maximum nesting depth"  # libyaml 0.2.6 reads ahead of our own limit, and stops at 1,000 levels
)
_UNCLOSED = {"while parsing a flow sequence": "[", "while parsing a flow mapping": "{"}


class LatestText(NamedTuple):
    """The text that was read last before a syntax error: how it is quoted, where it begins, and its last line."""

    style: str
    start: Span
    last_line: int

    def runs_up_to(self, line: int) -> bool:
        """Tell whether it continues up to an error in `line`, so that it should probably have ended earlier."""
        return self.start.line < self.last_line and line - 1 <= self.last_line <= line


def syntax_error(path: str, lines: Sequence[str], error: yaml.YAMLError, latest: LatestText | None) -> Diagnostic:
    """Return the finding for what PyYAML raised while reading `path`; `latest` is what it had read last."""
    problem, mark = getattr(error, "problem", None) or str(error), getattr(error, "problem_mark", None)
    context, context_mark = getattr(error, "context", None), getattr(error, "context_mark", None)
    if context_mark is not None and problem in {"found unexpected end of stream", "could not find expected ':'"}:
        mark = context_mark
    span = _span(lines, mark.line, mark.column) if mark is not None else Span(1, 1, 1)
    if problem == _LIBRARY_LIMIT:
        return Diagnostic(LoadCode.TOO_BIG.value, Severity.ERROR, TOO_DEEP, path, span, (), "flatten it")
    opened = _UNCLOSED.get(context or "")
    first = context_mark.line if opened and context_mark is not None else span.line - 1
    if slip := slip_between(lines, first, span.line - 1, opened or ""):
        return Diagnostic(slip.code.value, Severity.ERROR, slip.message, path, slip.span, (), slip.hint)
    message, hint = _words(problem, lines[span.line - 1][span.column - 1 :][:1])
    if context in _UNCLOSED and context_mark is not None and context_mark.line + 1 < span.line:
        message += f" (it began in line {context_mark.line + 1})"
    fit = misfit(lines, span.line - 1) if (message, hint) == _INDENT else None
    message, hint = fit or (message, hint)
    if latest and latest.runs_up_to(span.line):
        if latest.style in {"'", '"'}:
            message, hint = (
                f"the quoted text that begins here ends only in line {latest.last_line}",
                "add the closing quote",
            )
            span = Span(latest.start.line, latest.start.column, latest.start.column + 1)
        elif not latest.style and message == _COLON[0]:
            message = f"this line continues the text that begins in line {latest.start.line}"
            fit = misfit(lines, span.line - 1)
            hint = f"{fit[1] if fit else 'indent it like the lines around it'}, or quote the text"
    return Diagnostic(LoadCode.SYNTAX.value, Severity.ERROR, message, path, span, (), hint)


def _words(problem: str, character: str) -> tuple[str, str]:
    if problem == "found character that cannot start any token":
        if character == "\t":
            return _TAB
        return _LEADING[0].format(character=character or "this character"), _LEADING[1]
    return _WORDS.get(problem, (f"this is not YAML: {problem}", "check the line and the one before it"))


def _span(lines: Sequence[str], line: int, column: int) -> Span:
    """Return the place of one character; a mark past the last line is moved back to the end of the text."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line])
    column = min(column, len(lines[line]))
    return Span(line + 1, column + 1, column + 2)
