"""The real count of tokens, by npm gpt-tokenizer."""

from __future__ import annotations

import subprocess
from pathlib import Path

from support.places import NODE

TOKENIZER = """
import { readFileSync } from "node:fs";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
for (const path of process.argv.slice(1)) console.log(encode(readFileSync(path, "utf8")).length);
"""


def o200k_tokens(paths: list[Path]) -> list[int]:
    """Count tokens as o200k_base does, with npm's gpt-tokenizer."""
    command = ["node", "--input-type=module", "--eval", TOKENIZER, *map(str, paths)]
    done = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=True)
    return [int(line) for line in done.stdout.split()]
