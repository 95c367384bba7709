"""The one door to the helper: what the compiler shares with the modules that ship.

Nothing else in `skillc` imports them.
"""

from __future__ import annotations

from skill_helper.base.exits import EXIT_MEANINGS
from skill_helper.base.jsontext import canonical_json, dump_json, json_string, parse_json
from skill_helper.base.outcome import Failure
from skill_helper.base.places import variable_name
from skill_helper.base.records import (
    Action,
    App,
    Default,
    Effect,
    Example,
    FileData,
    Fill,
    Find,
    JsonSchema,
    KnownRead,
    Limit,
    Local,
    Lookup,
    Minus,
    Output,
    Page,
    Prepare,
    ProxyExample,
    ProxyRule,
    ProxyWarning,
    QueryPart,
    ReadBack,
    Remedy,
    Request,
    RowFiles,
    ShippedSkill,
    Target,
    members_of,
    skill_from,
)
from skill_helper.base.shell import page_line
from skill_helper.commands.request import request_of_line
from skill_helper.commands.table import COMMANDS
from skill_helper.input.as_flags import example_words
from skill_helper.input.command_line import (
    ACTION_OPTIONS,
    OUTPUT_OPTIONS,
    PREPARED_OPTIONS,
    options_of,
    parse_command_line,
)
from skill_helper.input.described import SchemaRow, reading_rules, schema_rows, schema_rules
from skill_helper.input.sources import option_json
from skill_helper.input.values import collect_input
from skill_helper.membrane.path import ProxyPath
from skill_helper.output.rows import RECORD_NAMES
from skill_helper.schema.formats import TEXT_FORMATS
from skill_helper.schema.json_values import shown_value
from skill_helper.schema.pattern_cost import Part, UnknownCostError, is_harmless, parsed_pattern
from skill_helper.schema.patterns import compiled_pattern, is_quantifier, pattern_pieces, translated_pattern
from skill_helper.schema.validation import Problem, closest, problems_of
from skill_helper.schema.wording import TYPE_PHRASES
from skill_helper.session import Session
from skill_helper.wire import body as wire_body
from skill_helper.wire.codecs import CODECS

__all__ = [
    "ACTION_OPTIONS",
    "CODECS",
    "COMMANDS",
    "EXIT_MEANINGS",
    "OUTPUT_OPTIONS",
    "PREPARED_OPTIONS",
    "RECORD_NAMES",
    "TEXT_FORMATS",
    "TYPE_PHRASES",
    "Action",
    "App",
    "Default",
    "Effect",
    "Example",
    "Failure",
    "FileData",
    "Fill",
    "Find",
    "JsonSchema",
    "KnownRead",
    "Limit",
    "Local",
    "Lookup",
    "Minus",
    "Output",
    "Page",
    "Part",
    "Prepare",
    "Problem",
    "ProxyExample",
    "ProxyPath",
    "ProxyRule",
    "ProxyWarning",
    "QueryPart",
    "ReadBack",
    "Remedy",
    "Request",
    "RowFiles",
    "SchemaRow",
    "Session",
    "ShippedSkill",
    "Target",
    "UnknownCostError",
    "canonical_json",
    "closest",
    "collect_input",
    "compiled_pattern",
    "dump_json",
    "example_words",
    "is_harmless",
    "is_quantifier",
    "json_string",
    "members_of",
    "option_json",
    "options_of",
    "page_line",
    "parse_command_line",
    "parse_json",
    "parsed_pattern",
    "pattern_pieces",
    "problems_of",
    "reading_rules",
    "request_of_line",
    "schema_rows",
    "schema_rules",
    "shown_value",
    "skill_from",
    "translated_pattern",
    "variable_name",
    "wire_body",
]
