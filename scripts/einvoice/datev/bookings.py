# skillc copies this file into each skill; change it in src/einvoice, not there
"""The bookings of one sale: the debtor owes, revenue earns; one booking for each VAT category and rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..model import Party
from ..sales.cases import buyer_vat_id
from ..sales.documents import Sale
from ..sales.remarks import Remarks
from ..sales.rows import SaleRow
from .accounts import Account
from .fields import MOST_IN_OTHER_DOCUMENT, MOST_IN_VAT_ID, document_field, text_field
from .settings import YEARS, Settings

DEBIT, CREDIT = "S", "H"  # "Soll", "Haben", seen from the debtor
WITH_VAT_ID = {"K", "AE EU"}
ADVANCES = {"326", "875", "876"}  # partial invoices, which may bill what is not supplied yet
CORRECTED = "384"
LEAST_TOO_LARGE = Decimal(10) ** 10


@dataclass(frozen=True)
class Booking:
    """One row of the batch; amounts are gross, in EUR, and positive."""

    file: str
    amount: Decimal
    side: str
    account: str  # the debtor's
    contra_account: str  # of revenue
    tax_key: str
    day: date
    document: str  # the number under which the amount is open, and is cleared
    other_document: str  # a credit note's own number
    text: str
    vat_id: str
    supplied: date | None
    due: date | None


def bookings_of(sale: Sale, settings: Settings, remarks: Remarks) -> Iterator[Booking]:
    """Yield the bookings of a sale; note what stops them or somebody should look at."""
    _warn(sale, remarks)
    document, other_document = _numbers(sale, remarks)
    text, is_changed = text_field(f"{sale.number} {(sale.invoice.buyer or Party()).name or ''}")
    if is_changed:
        message = f'Windows-1252 lacks some of its characters; the posting text is "{text}"'
        remarks.warn(sale.file, "/buyer/name", message)
    debtor = _debtor(sale, settings)
    supplied = None if sale.is_credit else sale.supplied
    due = sale.invoice.due_date if _is_personal(debtor, settings) and not sale.is_credit else None
    for pointer, day in (("/dueDate", due), ("/serviceDate", supplied)):
        if day and day.year not in YEARS:
            remarks.refuse(sale.file, pointer, f"{day} is not between {YEARS[0]} and {YEARS[-1]}, as DATEV's dates are")
    for row in sale.rows:
        entry = _entry(sale, row, settings, remarks)
        if abs(row.gross) >= LEAST_TOO_LARGE:
            message = f"{row.gross} is too large: an amount has up to 10 digits before the comma"
            remarks.refuse(sale.file, "/totals/vat", message)
        elif row.gross == 0:
            message = f"VAT category {row.case.name} adds up to 0.00; DATEV takes no such amount, so it is left out"
            remarks.warn(sale.file, "/totals/vat", message)
        elif entry:
            yield Booking(
                file=sale.file,
                amount=abs(row.gross),
                side=DEBIT if row.gross > 0 else CREDIT,
                account=debtor,
                contra_account=entry.account or "",
                tax_key=entry.tax_key or "",
                day=sale.issued,
                document=document,
                other_document=other_document,
                text=text,
                vat_id=_vat_id(sale, row, remarks),
                supplied=supplied,
                due=due,
            )


def _warn(sale: Sale, remarks: Remarks) -> None:
    invoice = sale.invoice
    if invoice.type_code in ADVANCES:
        message = f"document type {invoice.type_code} may bill an advance payment; it is booked as revenue: check it"
        remarks.warn(sale.file, "/typeCode", message)
    if invoice.prepaid_amount:
        message = f"{invoice.prepaid_amount} is paid already; the whole gross is booked: clear the advance payments"
        remarks.warn(sale.file, "/prepaidAmount", message)
    if invoice.type_code == CORRECTED and not sale.is_credit:
        message = "corrects an invoice and is booked with its whole amount; what it replaces must be taken back"
        remarks.warn(sale.file, "/typeCode", message)


def _numbers(sale: Sale, remarks: Remarks) -> tuple[str, str]:
    """Return the number that is open or cleared, and the own one where it differs.

    What takes back is booked under the number of what it takes back: only so does DATEV clear one with the other.
    """
    own = document_field(sale.number)
    if own != sale.number:
        message = f'number "{sale.number}" is "{own}" in the batch: DATEV takes 36 letters, digits and $&%*+-/_'
        remarks.warn(sale.file, "/number", message)
    if not sale.is_credit:
        return own, ""
    cleared = {each.number for each in sale.invoice.preceding_invoice if each.number}
    if len(cleared) != 1:
        named = f"{len(cleared)} invoices" if cleared else "no invoice"
        message = f"names {named} that it takes back, so it is booked under its own number: clear it by hand"
        remarks.warn(sale.file, "/precedingInvoice", message)
        return own, ""
    if len(own) > MOST_IN_OTHER_DOCUMENT:
        message = f'its number "{own}" is longer than {MOST_IN_OTHER_DOCUMENT} characters, so only the text has it'
        remarks.warn(sale.file, "/number", message)
        own = ""
    return document_field(cleared.pop()), own


def _debtor(sale: Sale, settings: Settings) -> str:
    buyer, debtors = sale.invoice.buyer or Party(), settings.debtors or {}
    names = (buyer.id, buyer.vat_id, buyer_vat_id(buyer), buyer.name)
    return next((debtors[name] for name in names if name and name in debtors), settings.other_debtor)


def _is_personal(account: str, settings: Settings) -> bool:
    return len(account) > settings.account_length


def _entry(sale: Sale, row: SaleRow, settings: Settings, remarks: Remarks) -> Account | None:
    case, entry = row.case, settings.all_accounts.get(row.case.name)
    if entry is None:
        asked = f"{case.question} " if case.question else ""
        message = f'{asked}accounts have no entry "{case.name}": add it with the account that the tax adviser names'
        remarks.refuse(sale.file, "/totals/vat", message)
    elif case.question:
        message = f'{case.question} It is booked on {entry.account}, which is the entry "{case.name}" of accounts'
        remarks.warn(sale.file, "/totals/vat", message)
    return entry


def _vat_id(sale: Sale, row: SaleRow, remarks: Remarks) -> str:
    if row.case.name not in WITH_VAT_ID:
        return ""
    vat_id = buyer_vat_id(sale.invoice.buyer or Party())
    if not vat_id or len(vat_id) > MOST_IN_VAT_ID or row.case.question:
        found = f'is "{vat_id}"' if vat_id else "is missing"
        message = f"the buyer's VAT id {found}; a supply to another member state needs one of up to 15 characters"
        remarks.refuse(sale.file, "/buyer/vatId", message)
    return vat_id
