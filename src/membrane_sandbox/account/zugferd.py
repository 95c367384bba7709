"""What makes a PDF a ZUGFeRD file, which is also Factur-X: the invoice as XML, embedded as factur-x.xml.

The PDF is not PDF/A-3, which ZUGFeRD demands too: its font is not embedded. It does not claim to be.
"""

from __future__ import annotations

import zlib

from membrane_sandbox.account.pdf import FIRST_FREE, stream

NAME = "factur-x.xml"
CATALOG = b"/AF [%d 0 R] /Names << /EmbeddedFiles << /Names [(%s) %d 0 R] >> >> /Metadata %d 0 R" % (
    FIRST_FREE,
    NAME.encode(),
    FIRST_FREE,
    FIRST_FREE + 2,
)
SPECIFICATION = (
    b"<< /Type /Filespec /F (%s) /UF (%s) /AFRelationship /Alternative /EF << /F %d 0 R /UF %d 0 R >> >>"
    % (
        NAME.encode(),
        NAME.encode(),
        FIRST_FREE + 1,
        FIRST_FREE + 1,
    )
)
METADATA = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
<fx:DocumentType>INVOICE</fx:DocumentType>
<fx:DocumentFileName>{NAME}</fx:DocumentFileName>
<fx:Version>1.0</fx:Version>
<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
""".encode()


def embedded(xml: bytes) -> list[bytes]:
    """Return the objects that CATALOG refers to, for `one_page`: file specification, file, metadata."""
    file = stream(
        zlib.compress(xml),
        b"/Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode /Params << /Size %d >> " % len(xml),
    )
    return [SPECIFICATION, file, stream(METADATA, b"/Type /Metadata /Subtype /XML ")]
