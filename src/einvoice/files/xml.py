# skillc copies this file into each skill; change it in src/einvoice, not there
"""XML from strangers as a tree: no document type, no entities, and bounds on everything that could grow.

The elements of an invoice keep their local name; those of other namespaces have it in braces, and match no path.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.parsers import expat  # its dangers, entities, need a DOCTYPE, which is refused as it begins

from .no_invoice import NoInvoice

MOST_BYTES = 20_000_000
MOST_ELEMENTS = 300_000
DEEPEST = 50
CHUNK = 256_000
LONGEST_TAG = 1_000_000  # bytes, with its attributes
DAMAGED = "ask the sender for the file again"


class Element:
    """An element of the tree, which remembers what of it was taken."""

    __slots__ = (
        "attributes",
        "children",
        "is_taken",
        "is_unreadable",
        "local_name",
        "name",
        "namespace",
        "taken_attributes",
        "text",
    )

    def __init__(self, name: str, namespace: str, attributes: dict[str, str], *, is_known: bool = True) -> None:
        """Make an element without a text."""
        self.name = name if is_known else f"{{{name}}}"
        self.local_name = name
        self.namespace = namespace
        self.attributes = attributes
        self.text = ""
        self.children: list[Element] = []
        self.is_taken = False
        self.is_unreadable = False  # something is wrong with its value, and was told
        self.taken_attributes: tuple[str, ...] = ()

    def named(self, name: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def value(self, attribute: str = "") -> str:
        """Return the text, or that of an attribute, without the blanks around it."""
        return (self.attributes.get(attribute, "") if attribute else self.text).strip()

    def take(self, attribute: str = "") -> None:
        """Remember that the text, or an attribute, was understood."""
        if attribute:
            self.taken_attributes += (attribute,)
        else:
            self.is_taken = True


def parse_xml(content: bytes, namespaces: Collection[str]) -> Element:
    """Return the root; raises NoInvoice for what is damaged or beyond the bounds.

    Elements of `namespaces`, and the root, have their local name only.
    """
    if len(content) > MOST_BYTES:
        raise NoInvoice(f"the XML has {len(content):,} bytes; at most {MOST_BYTES:,} are read")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    tree = _Tree(namespaces)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.text
    try:
        _feed(parser, content.lstrip(b" \t\r\n"))
    except expat.ExpatError as error:
        message = f"the XML is damaged in line {error.lineno}: {expat.ErrorString(error.code)}"
        raise NoInvoice(message, DAMAGED) from None
    except (LookupError, ValueError) as error:
        raise NoInvoice(f"the encoding of the XML cannot be read: {error}", DAMAGED) from None
    return tree.root


class _Tree:
    def __init__(self, namespaces: Collection[str]) -> None:
        self.root = Element("", "", {})
        self._namespaces = namespaces
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._elements = 0

    def start(self, full_name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        if self._open:
            element = Element(name, namespace, attributes, is_known=namespace in self._namespaces)
            self._open[-1].children.append(element)
        else:
            element = self.root = Element(name, namespace, attributes)
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise NoInvoice(f"the XML has more than {MOST_ELEMENTS:,} elements, too many for an invoice")
        if len(self._open) == DEEPEST:
            raise NoInvoice(f"the elements of the XML are nested more than {DEEPEST} deep, too deep for an invoice")
        self._open.append(element)
        self._texts.append([])

    def end(self, _: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def text(self, text: str) -> None:
        self._texts[-1].append(text)


def _feed(parser: expat.XMLParserType, content: bytes) -> None:
    for start in range(0, len(content), CHUNK):
        end = start + CHUNK
        parser.Parse(content[start:end], False)  # noqa: FBT003 - expat names it isfinal
        if end - parser.CurrentByteIndex > LONGEST_TAG:
            raise NoInvoice(f"the XML has a tag or comment of more than {LONGEST_TAG:,} bytes")
    parser.Parse(b"", True)  # noqa: FBT003


def _refuse_doctype(*_: object) -> None:
    raise NoInvoice("the XML has a document type declaration (DOCTYPE), which no e-invoice has and which can do harm")
