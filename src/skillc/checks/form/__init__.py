"""The structural findings: what our two JSON Schemas say about a document, in our own sentences."""

from skillc.checks.form.run import form_findings

__all__ = ["form_findings"]
