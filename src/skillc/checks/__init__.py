"""Everything that can be wrong with sources that are YAML.

Each module in a room is one check, with a `CODE` whose prefix is the room: `check(project)` yields diagnostics. Its
docstring is its documentation page, with a sentence, Why, Fix, Bad and Good; a test runs both examples on the small
good skill. A new module is found without being listed, and needs a folder in tests/cases/bad. The room `output` looks
at what was rendered, and `form` describes what our JSON Schemas report; `support` is what checks share.
"""

from skillc.checks.run import check, check_output

__all__ = ["check", "check_output"]
