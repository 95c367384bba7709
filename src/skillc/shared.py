"""The one door to the helper: what the compiler shares with the modules that ship.

Nothing else in `skillc` imports them.
"""

from __future__ import annotations

from skill_helper.base.exits import EXIT_MEANINGS
from skill_helper.base.jsontext import dump_json, json_string
from skill_helper.base.places import variable_name
from skill_helper.base.records import (
    Action,
    App,
    Effect,
    Example,
    Fill,
    Find,
    JsonSchema,
    Output,
    Page,
    ProxyExample,
    ProxyRule,
    ProxyWarning,
    Remedy,
    Request,
    ShippedSkill,
    Target,
    members_of,
)
from skill_helper.base.shell import page_line
from skill_helper.commands.table import COMMANDS
from skill_helper.input.as_flags import flags_of
from skill_helper.input.options import ACTION_OPTIONS
from skill_helper.input.values import allowed_types, follow_reference
from skill_helper.membrane.path import ProxyPath
from skill_helper.schema.formats import TEXT_FORMATS
from skill_helper.schema.json_values import shown_value
from skill_helper.schema.pattern_cost import Part, UnknownCostError, is_harmless, parsed_pattern
from skill_helper.schema.patterns import compiled_pattern, is_quantifier, pattern_pieces, translated_pattern
from skill_helper.schema.validation import Problem, closest, problems_of
from skill_helper.schema.wording import TYPE_PHRASES

__all__ = [
    "ACTION_OPTIONS",
    "COMMANDS",
    "EXIT_MEANINGS",
    "TEXT_FORMATS",
    "TYPE_PHRASES",
    "Action",
    "App",
    "Effect",
    "Example",
    "Fill",
    "Find",
    "JsonSchema",
    "Output",
    "Page",
    "Part",
    "Problem",
    "ProxyExample",
    "ProxyPath",
    "ProxyRule",
    "ProxyWarning",
    "Remedy",
    "Request",
    "ShippedSkill",
    "Target",
    "UnknownCostError",
    "allowed_types",
    "closest",
    "compiled_pattern",
    "dump_json",
    "flags_of",
    "follow_reference",
    "is_harmless",
    "is_quantifier",
    "json_string",
    "members_of",
    "page_line",
    "parsed_pattern",
    "pattern_pieces",
    "problems_of",
    "shown_value",
    "translated_pattern",
    "variable_name",
]
