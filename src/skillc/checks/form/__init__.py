"""Findings about the form of a document: what our two JSON Schemas report, in our own sentences.

Each module here has a `CODE`, the `KEYWORDS` of JSON Schema that it answers for, and `explain(violation)`, which yields
diagnostics. Its docstring is its documentation page. A new module is found by itself.
"""

from skillc.checks.form.run import form_findings

__all__ = ["form_findings"]
