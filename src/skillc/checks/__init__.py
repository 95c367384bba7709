"""Everything that can be wrong with sources that are YAML.

Each module here with a `CODE` is one check: `check(project)` yields diagnostics. Its docstring is its documentation page,
with a sentence, Why, Bad and Good; the two examples are tried out by a test, on the small good skill. A new module is found
by itself, and wants a folder in tests/cases/bad. `form` puts the findings of our JSON Schemas into words; `support` is what
checks share.
"""

from skillc.checks.run import check, check_output

__all__ = ["check", "check_output"]
