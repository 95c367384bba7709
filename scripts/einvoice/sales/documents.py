# skillc copies this file into each skill; change it in src/einvoice, not there
"""The documents of one seller: which may stand in one batch, and what each of them sells or takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..codes.type_codes import CREDIT_NOTES, IN_XRECHNUNG
from ..identifiers import without_spaces
from ..model import Address, Invoice, Party, Period
from ..totals import ZERO
from .remarks import Remarks
from .rows import SaleRow, sale_rows

SALES = IN_XRECHNUNG | CREDIT_NOTES

Documents = Sequence[tuple[str, Invoice]]  # the name of each file, and the invoice in it


@dataclass(frozen=True)
class Sale:
    """A document that sells something or takes it back."""

    file: str
    invoice: Invoice
    number: str
    issued: date
    rows: tuple[SaleRow, ...]

    @property
    def gross(self) -> Decimal:
        """What the buyer owes; negative when the seller owes it."""
        return sum((row.gross for row in self.rows), ZERO)

    @property
    def supplied(self) -> date | None:
        """The day of the supply, or the last day of its period."""
        return self.invoice.service_date or (self.invoice.service_period or Period()).end

    @property
    def is_credit(self) -> bool:
        """Whether it takes something back: a credit note, or an invoice with a negative total."""
        return self.gross < 0 or is_credit_note(self.invoice)


def is_credit_note(invoice: Invoice) -> bool:
    """Say whether a document's positive amounts are owed by the seller."""
    return invoice.type_code in CREDIT_NOTES


def read_sale(file: str, invoice: Invoice, remarks: Remarks) -> Sale | None:
    """Return what a document sells, or None and why it cannot be told."""
    before = len(remarks.refusals)
    if invoice.type_code not in SALES:
        message = f"document type {invoice.type_code} is no sale that can be summed; it is one of {_listed(SALES)}"
        remarks.refuse(file, "/typeCode", message)
    if not invoice.number:
        remarks.refuse(file, "/number", "has no number")
    if not invoice.issue_date:
        remarks.refuse(file, "/issueDate", "has no issue date")
    rows = sale_rows(file, invoice, -1 if is_credit_note(invoice) else 1, remarks)
    if len(remarks.refusals) > before or not (invoice.number and invoice.issue_date):
        return None
    sale = Sale(file, invoice, invoice.number, invoice.issue_date, rows)
    if is_credit_note(invoice) and sale.gross > 0:
        message = f"is a credit note over {-sale.gross}, which would be a claim; amounts of a credit note are positive"
        remarks.refuse(file, "/totals/gross", f"{message}: ask whether it is an invoice or a credit note")
        return None
    return sale


def check_documents(documents: Documents, remarks: Remarks) -> str:
    """Refuse several sellers, a foreign one, and numbers that are there twice; return the seller."""
    first = documents[0] if documents else ("", Invoice())
    for file, invoice in documents:
        if not any(_identity(invoice)):
            remarks.refuse(
                file, "/seller", "has no seller; it needs a name or a VAT id to be taken as a sale of somebody"
            )
        elif _identity(invoice) != _identity(first[1]):
            message = f"its seller is {_seller(invoice)}, that of {first[0]} is {_seller(first[1])}; take one seller"
            remarks.refuse(file, "/seller", message)
    country = _country(first[1].seller or Party())
    if documents and country not in {"", "DE"}:
        message = f"its seller {_seller(first[1])} is in {country}; accounts and VAT return here are those of Germany"
        remarks.refuse(first[0], "/seller", message)
    if not documents:
        remarks.refuse("", "", "there are no invoices; name at least one")
    _check_numbers(documents, remarks)
    return _seller(first[1])


def _check_numbers(documents: Documents, remarks: Remarks) -> None:
    files: dict[str, str] = {}
    for file, invoice in documents:
        number = invoice.number or ""
        if number in files:
            message = f'number "{number}" is that of {files[number]} too; take each invoice once'
            remarks.refuse(file, "/number", message)
        elif number:
            files[number] = file


def _identity(invoice: Invoice) -> tuple[str, str]:
    seller = invoice.seller or Party()
    return " ".join((seller.name or "").split()).casefold(), without_spaces(seller.vat_id or "").upper()


def _seller(invoice: Invoice) -> str:
    seller = invoice.seller or Party()
    name = f'"{seller.name}"' if seller.name else "without a name"
    return f"{name} ({seller.vat_id})" if seller.vat_id else name


def _country(seller: Party) -> str:
    """Return the country where a seller is registered for VAT, else that of its address."""
    return (seller.vat_id or "").strip()[:2].upper() or (seller.address or Address()).country or ""


def _listed(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes, key=int))
