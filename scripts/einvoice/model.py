# skillc copies this file into each skill; change it in src/einvoice, not there
"""An invoice as data, in the terms of EN 16931.

Each field names its business terms (BT-…) or its group (BG-…). All fields may be missing, so that an invoice that is
incomplete can be held and checked. What can be computed is not here, but in `einvoice.totals`; amounts that somebody
states are kept beside it, in `StatedTotals`, and compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .codes.payment_means import payment_means_of
from .codes.type_codes import type_code_of
from .codes.vat_categories import vat_category_of
from .kinds import Code, Day, Flag, Many, Number, Text, Unit
from .records import Record, term

TEXT = Text()
NUMBER = Number()
DAY = Day()
CODE = Code()
VAT_CATEGORY = Code(vat_category_of)


@dataclass(frozen=True)
class Address:
    """A postal address."""

    street: str | None = term(TEXT, "BT-35", "BT-50", "BT-64", "BT-75")
    additional: str | None = term(TEXT, "BT-36", "BT-51", "BT-65", "BT-76")
    third_line: str | None = term(TEXT, "BT-162", "BT-163", "BT-164", "BT-165")
    postcode: str | None = term(TEXT, "BT-38", "BT-53", "BT-67", "BT-78")
    city: str | None = term(TEXT, "BT-37", "BT-52", "BT-66", "BT-77")
    region: str | None = term(TEXT, "BT-39", "BT-54", "BT-68", "BT-79")
    country: str | None = term(CODE, "BT-40", "BT-55", "BT-69", "BT-80")


@dataclass(frozen=True)
class Contact:
    """A person or department to ask."""

    name: str | None = term(TEXT, "BT-41", "BT-56")
    phone: str | None = term(TEXT, "BT-42", "BT-57")
    email: str | None = term(TEXT, "BT-43", "BT-58")


@dataclass(frozen=True)
class ElectronicAddress:
    """Where a party receives electronic documents, and the scheme of that address."""

    value: str | None = term(TEXT, "BT-34", "BT-49")
    scheme: str | None = term(CODE, "BT-34-1", "BT-49-1")


@dataclass(frozen=True)
class Party:
    """The seller or the buyer."""

    name: str | None = term(TEXT, "BT-27", "BT-44")
    trading_name: str | None = term(TEXT, "BT-28", "BT-45")
    id: str | None = term(TEXT, "BT-29", "BT-46")
    id_scheme: str | None = term(CODE, "BT-29-1", "BT-46-1")
    registration_id: str | None = term(TEXT, "BT-30", "BT-47")
    registration_scheme: str | None = term(CODE, "BT-30-1", "BT-47-1")
    vat_id: str | None = term(TEXT, "BT-31", "BT-48")
    tax_number: str | None = term(TEXT, "BT-32")
    legal_information: str | None = term(TEXT, "BT-33")
    electronic_address: ElectronicAddress | None = term(Record(ElectronicAddress), "BT-34", "BT-49")
    address: Address | None = term(Record(Address), "BG-5", "BG-8")
    contact: Contact | None = term(Record(Contact), "BG-6", "BG-9")
    small_business: bool | None = term(Flag())  # § 19 UStG; EN 16931 has no term for it


@dataclass(frozen=True)
class Payee:
    """Who is paid, when it is not the seller."""

    name: str | None = term(TEXT, "BT-59")
    id: str | None = term(TEXT, "BT-60")
    id_scheme: str | None = term(CODE, "BT-60-1")
    registration_id: str | None = term(TEXT, "BT-61")
    registration_scheme: str | None = term(CODE, "BT-61-1")


@dataclass(frozen=True)
class TaxRepresentative:
    """The seller's tax representative."""

    name: str | None = term(TEXT, "BT-62")
    vat_id: str | None = term(TEXT, "BT-63")
    address: Address | None = term(Record(Address), "BG-12")


@dataclass(frozen=True)
class DeliverTo:
    """Where the goods or services were delivered, when that is not the buyer's address."""

    name: str | None = term(TEXT, "BT-70")
    id: str | None = term(TEXT, "BT-71")
    id_scheme: str | None = term(CODE, "BT-71-1")
    address: Address | None = term(Record(Address), "BG-15")


@dataclass(frozen=True)
class Period:
    """From one day to another, both included."""

    start: date | None = term(DAY, "BT-73", "BT-134")
    end: date | None = term(DAY, "BT-74", "BT-135")


@dataclass(frozen=True)
class PrecedingInvoice:
    """An earlier invoice that this one corrects or takes back."""

    number: str | None = term(TEXT, "BT-25")
    issue_date: date | None = term(DAY, "BT-26")


@dataclass(frozen=True)
class Card:
    """The card that was used."""

    number: str | None = term(TEXT, "BT-87")
    holder: str | None = term(TEXT, "BT-88")


@dataclass(frozen=True)
class DirectDebit:
    """The mandate by which the seller collects the amount."""

    mandate_reference: str | None = term(TEXT, "BT-89")
    creditor_id: str | None = term(TEXT, "BT-90")
    iban: str | None = term(TEXT, "BT-91")


@dataclass(frozen=True)
class Payment:
    """How the invoice is paid."""

    means_code: str | None = term(Code(payment_means_of), "BT-81")
    means_text: str | None = term(TEXT, "BT-82")
    reference: str | None = term(TEXT, "BT-83")
    iban: str | None = term(TEXT, "BT-84")
    account_name: str | None = term(TEXT, "BT-85")
    bic: str | None = term(TEXT, "BT-86")
    card: Card | None = term(Record(Card), "BG-18")
    direct_debit: DirectDebit | None = term(Record(DirectDebit), "BG-19")


@dataclass(frozen=True)
class LineAdjustment:
    """An allowance or a charge of one item: an amount, or a percentage of quantity x price."""

    amount: Decimal | None = term(NUMBER, "BT-136", "BT-141")
    base_amount: Decimal | None = term(NUMBER, "BT-137", "BT-142")
    percent: Decimal | None = term(NUMBER, "BT-138", "BT-143")
    reason: str | None = term(TEXT, "BT-139", "BT-144")
    reason_code: str | None = term(CODE, "BT-140", "BT-145")


@dataclass(frozen=True)
class Adjustment:
    """An allowance or a charge of the invoice: an amount, or a percentage of the items with its category and rate."""

    amount: Decimal | None = term(NUMBER, "BT-92", "BT-99")
    base_amount: Decimal | None = term(NUMBER, "BT-93", "BT-100")
    percent: Decimal | None = term(NUMBER, "BT-94", "BT-101")
    tax_category: str | None = term(VAT_CATEGORY, "BT-95", "BT-102")
    tax_rate: Decimal | None = term(NUMBER, "BT-96", "BT-103")
    reason: str | None = term(TEXT, "BT-97", "BT-104")
    reason_code: str | None = term(CODE, "BT-98", "BT-105")
    tax_exemption_reason: str | None = term(TEXT, "BT-120")
    tax_exemption_reason_code: str | None = term(CODE, "BT-121")


@dataclass(frozen=True)
class Classification:
    """What an item is, in the words of a public list."""

    code: str | None = term(CODE, "BT-158")
    scheme: str | None = term(CODE, "BT-158-1")
    version: str | None = term(TEXT, "BT-158-2")


@dataclass(frozen=True)
class Attribute:
    """A property of an item."""

    name: str | None = term(TEXT, "BT-160")
    value: str | None = term(TEXT, "BT-161")


@dataclass(frozen=True)
class Item:
    """One line of the invoice."""

    line_id: str | None = term(TEXT, "BT-126")
    name: str | None = term(TEXT, "BT-153")
    description: str | None = term(TEXT, "BT-154")
    seller_item_id: str | None = term(TEXT, "BT-155")
    buyer_item_id: str | None = term(TEXT, "BT-156")
    standard_item_id: str | None = term(TEXT, "BT-157")
    standard_item_scheme: str | None = term(CODE, "BT-157-1")
    classifications: tuple[Classification, ...] = term(Many(Record(Classification)), "BT-158", default=())
    attributes: tuple[Attribute, ...] = term(Many(Record(Attribute)), "BG-32", default=())
    origin_country: str | None = term(CODE, "BT-159")
    note: str | None = term(TEXT, "BT-127")
    order_line_reference: str | None = term(TEXT, "BT-132")
    accounting_reference: str | None = term(TEXT, "BT-133")
    quantity: Decimal | None = term(NUMBER, "BT-129")
    unit: str | None = term(Unit(), "BT-130")
    gross_price: Decimal | None = term(NUMBER, "BT-148")  # before the price discount; sums take the unit price
    price_discount: Decimal | None = term(NUMBER, "BT-147")
    unit_price: Decimal | None = term(NUMBER, "BT-146")
    price_quantity: Decimal | None = term(NUMBER, "BT-149")  # the price is for so many units
    discount_percent: Decimal | None = term(NUMBER, "BT-138")  # short for one allowance
    discount_amount: Decimal | None = term(NUMBER, "BT-136")
    discount_reason: str | None = term(TEXT, "BT-139")
    allowances: tuple[LineAdjustment, ...] = term(Many(Record(LineAdjustment)), "BG-27", default=())
    charges: tuple[LineAdjustment, ...] = term(Many(Record(LineAdjustment)), "BG-28", default=())
    tax_category: str | None = term(VAT_CATEGORY, "BT-151")
    tax_rate: Decimal | None = term(NUMBER, "BT-152")
    tax_exemption_reason: str | None = term(TEXT, "BT-120")
    tax_exemption_reason_code: str | None = term(CODE, "BT-121")
    service_period: Period | None = term(Record(Period), "BG-26")
    net_amount: Decimal | None = term(NUMBER, "BT-131")  # as stated; compared with what is computed


@dataclass(frozen=True)
class StatedVat:
    """One row of a VAT breakdown as somebody states it."""

    tax_category: str | None = term(VAT_CATEGORY, "BT-118")
    tax_rate: Decimal | None = term(NUMBER, "BT-119")
    base: Decimal | None = term(NUMBER, "BT-116")
    tax: Decimal | None = term(NUMBER, "BT-117")
    tax_exemption_reason: str | None = term(TEXT, "BT-120")
    tax_exemption_reason_code: str | None = term(CODE, "BT-121")


@dataclass(frozen=True)
class StatedTotals:
    """Totals as somebody states them; they are compared with what is computed, and never used."""

    lines: Decimal | None = term(NUMBER, "BT-106")
    allowances: Decimal | None = term(NUMBER, "BT-107")
    charges: Decimal | None = term(NUMBER, "BT-108")
    net: Decimal | None = term(NUMBER, "BT-109")
    tax: Decimal | None = term(NUMBER, "BT-110")
    gross: Decimal | None = term(NUMBER, "BT-112")
    payable: Decimal | None = term(NUMBER, "BT-115")
    vat: tuple[StatedVat, ...] = term(Many(Record(StatedVat)), "BG-23", default=())


@dataclass(frozen=True)
class Invoice:
    """An invoice, a credit note or a correction."""

    number: str | None = term(TEXT, "BT-1")
    issue_date: date | None = term(DAY, "BT-2")
    type_code: str | None = term(Code(type_code_of), "BT-3", default="380")
    currency: str | None = term(CODE, "BT-5", default="EUR")
    tax_point_date: date | None = term(DAY, "BT-7")
    due_date: date | None = term(DAY, "BT-9")
    buyer_reference: str | None = term(TEXT, "BT-10")
    project_reference: str | None = term(TEXT, "BT-11")
    contract_reference: str | None = term(TEXT, "BT-12")
    order_reference: str | None = term(TEXT, "BT-13")
    sales_order_reference: str | None = term(TEXT, "BT-14")
    receiving_advice_reference: str | None = term(TEXT, "BT-15")
    despatch_advice_reference: str | None = term(TEXT, "BT-16")
    tender_reference: str | None = term(TEXT, "BT-17")
    object_reference: str | None = term(TEXT, "BT-18")
    object_scheme: str | None = term(CODE, "BT-18-1")
    accounting_reference: str | None = term(TEXT, "BT-19")
    payment_terms: str | None = term(TEXT, "BT-20")
    notes: tuple[str, ...] = term(Many(TEXT), "BT-22", default=())
    business_process: str | None = term(TEXT, "BT-23")
    preceding_invoice: tuple[PrecedingInvoice, ...] = term(
        Many(Record(PrecedingInvoice, alone="number")), "BG-3", default=()
    )
    seller: Party | None = term(Record(Party), "BG-4")
    buyer: Party | None = term(Record(Party), "BG-7")
    payee: Payee | None = term(Record(Payee), "BG-10")
    tax_representative: TaxRepresentative | None = term(Record(TaxRepresentative), "BG-11")
    deliver_to: DeliverTo | None = term(Record(DeliverTo), "BG-13")
    service_date: date | None = term(DAY, "BT-72")
    service_period: Period | None = term(Record(Period), "BG-14")
    payment: Payment | None = term(Record(Payment), "BG-16")
    allowances: tuple[Adjustment, ...] = term(Many(Record(Adjustment)), "BG-20", default=())
    charges: tuple[Adjustment, ...] = term(Many(Record(Adjustment)), "BG-21", default=())
    prepaid_amount: Decimal | None = term(NUMBER, "BT-113")
    rounding_amount: Decimal | None = term(NUMBER, "BT-114")
    items: tuple[Item, ...] = term(Many(Record(Item)), "BG-25", default=())
    totals: StatedTotals | None = term(Record(StatedTotals), "BG-22")
