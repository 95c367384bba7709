# skillc copies this file into each skill; change it in src/einvoice, not there
"""Who sells, who buys, and who else takes part."""

from __future__ import annotations

from .fields import Fields, Term, section
from .markup import Element, Node, both

PARTIES = (
    ("/seller", "Verkäufer", "Seller"),
    ("/buyer", "Käufer", "Buyer"),
    ("/payee", "Zahlungsempfänger", "Payee"),
    ("/taxRepresentative", "Steuervertreter", "Tax representative"),
    ("/deliverTo", "Lieferung an", "Deliver to"),
)
PRINCIPALS = {"/seller", "/buyer"}  # are always shown
LINES = (("street",), ("additional",), ("thirdLine",), ("postcode", "city"), ("region",), ("country",))
TERMS = (
    Term("/vatId", "USt-IdNr.", "VAT id"),
    Term("/taxNumber", "Steuernummer", "Tax number"),
    Term("/smallBusiness", "Kleinunternehmer, § 19 UStG", "Small business"),
    Term("/registrationId", "Registernummer", "Registration id"),
    Term("/registrationScheme", "Registerart", "Scheme of the registration"),
    Term("/id", "Kennung", "Identifier"),
    Term("/idScheme", "Kennungsart", "Scheme of the identifier"),
    Term("/legalInformation", "Rechtliche Angaben", "Legal information"),
    Term("/electronicAddress", "Elektronische Adresse", "Electronic address"),
    Term("/electronicAddress/value", "Elektronische Adresse", "Electronic address"),
    Term("/electronicAddress/scheme", "Adressart", "Scheme"),
    Term("/contact", "Ansprechpartner", "Contact"),
    Term("/contact/name", "Ansprechpartner", "Contact"),
    Term("/contact/phone", "Telefon", "Phone"),
    Term("/contact/email", "E-Mail", "E-mail"),
)


def parties(fields: Fields) -> Element:
    """Return all parties."""
    known = [_party(fields, *party) for party in PARTIES if party[0] in PRINCIPALS or fields.value(party[0])]
    return section("", ("Beteiligte", "Parties"), Element("div", *known, class_="columns"))


def _party(fields: Fields, pointer: str, german: str, english: str) -> Element:
    return Element(
        "section",
        Element("h3", *both(german, english)),
        Element(
            "div",
            Element("strong", fields.always(f"{pointer}/name")),
            fields.part(f"{pointer}/tradingName"),
            *_address(fields, pointer),
            class_="address",
        ),
        fields.terms(TERMS, pointer),
        id=pointer,
    )


def _address(fields: Fields, party: str) -> list[Node]:
    pointer = f"{party}/address"
    lines = [[fields.part(f"{pointer}/{name}") for name in line] for line in LINES]
    shown: list[Node] = [Element("span", line[0], " ", *line[1:]) for line in lines if any(line)]
    return shown or [fields.always(pointer) if party in PRINCIPALS else fields.part(pointer)]
