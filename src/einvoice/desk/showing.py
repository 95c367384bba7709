# skillc copies this file into each skill; change it in src/einvoice, not there
"""The command that shows an invoice to a person, with what the checks say of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..sheet import check_sheet
from .checking import Checked, filled_fields
from .sources import documents_of


def sheet_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the invoice in the one `file` and its findings as an HTML page, for a person to look at."""
    documents, problems = documents_of([values["file"]])
    if len(documents) > 1:
        problems = [
            {"pointer": "/file", "message": f"{values['file']} holds {len(documents)} files", "hint": "name one"}
        ]
    if problems:
        return {"problems": [{**problem, "pointer": "/file"} for problem in problems]}
    ((path, document),) = documents
    checked = Checked(path, document, values.get("rules"), filled_fields(values))
    page = check_sheet(document.invoice, checked.report, source=os.path.basename(path))
    name = f"sheet-{document.invoice.number or 'invoice'}"
    facts = {name: value for name, value in checked.facts.items() if name != "file"}
    return {"facts": facts, "file": {"name": name, "content": page.encode(), "media_type": "text/html"}}
