# skillc copies this file into each skill; change it in src/einvoice, not there
"""A file, whatever it is, as an invoice."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Invoice
from ..problems import Problem, Problems
from .cii import CII
from .ferd import FERD
from .json_file import read_json
from .no_invoice import NoInvoice
from .pdf import HINT as PDF_HINT
from .pdf import embedded_xml
from .quoting import shown
from .signs import HINT, kind_of
from .structure import Flaw, flaws_of
from .syntax import Syntax
from .tree import read_tree
from .ubl import UBL
from .xml import Element, parse_xml

SYNTAXES = (UBL, CII, FERD)
NAMESPACES = frozenset().union(*(syntax.namespaces for syntax in SYNTAXES))


@dataclass(frozen=True)
class Document:
    """An invoice as a file has it, and what could not be taken from the file."""

    invoice: Invoice
    problems: tuple[Problem, ...]  # values that could not be read; they are None in the invoice
    syntax: str  # "UBL", "CII" or "JSON"
    is_pdf: bool
    profile: str | None  # BT-24, the specification identifier
    not_read: tuple[str, ...]  # what the file says and the model has no term for: paths of elements, with counts
    flaws: tuple[Flaw, ...] = ()  # what the schema of the XML does not allow


def read_document(content: bytes) -> Document:
    """Return the invoice of a file; raises NoInvoice, with one sentence, for what is no e-invoice.

    Codes stay as they are in the file, and nothing that is absent gets a default; only JSON means EUR and 380 then.
    """
    kind = kind_of(content)
    if kind == "JSON":
        return _from_json(content)
    if kind == "PDF":
        return _from_tree(*_only_invoice(embedded_xml(content)), is_pdf=True)
    return _from_tree(*_invoice_tree(content), is_pdf=False)


def _from_json(content: bytes) -> Document:
    problems = Problems()
    invoice = read_json(content, problems)
    return Document(invoice, tuple(problems.found), syntax="JSON", is_pdf=False, profile=None, not_read=())


def _from_tree(root: Element, syntax: Syntax, *, is_pdf: bool) -> Document:
    problems = Problems()
    invoice, profile, not_read = read_tree(root, syntax, problems)
    return Document(invoice, tuple(problems.found), syntax.name, is_pdf, profile, not_read, flaws_of(root))


def _invoice_tree(content: bytes) -> tuple[Element, Syntax]:
    root = parse_xml(content, NAMESPACES)
    for syntax in SYNTAXES:
        if syntax.roots.get(root.namespace) == root.name:
            return root, syntax
    where = f" of {shown(root.namespace, 80)}" if root.namespace else ""
    raise NoInvoice(f"the XML is {shown(root.name)}{where}, not an e-invoice", HINT)


def _only_invoice(files: list[bytes]) -> tuple[Element, Syntax]:
    outcomes = [_attempt(content) for content in files]
    found = [outcome for outcome in outcomes if not isinstance(outcome, NoInvoice)]
    problems = [outcome for outcome in outcomes if isinstance(outcome, NoInvoice)]
    if len(found) > 1:
        message = f"the PDF has {len(found)} different e-invoices inside, and does not say which of them counts"
        raise NoInvoice(message, "save the right one as XML with a PDF reader, and read that file")
    if not found:
        raise NoInvoice(f"what the PDF has inside is no e-invoice: {problems[0].message}", problems[0].hint or PDF_HINT)
    return found[0]


def _attempt(content: bytes) -> tuple[Element, Syntax] | NoInvoice:
    try:
        return _invoice_tree(content)
    except NoInvoice as problem:
        return problem
