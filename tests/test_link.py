"""The linker: one file out of many modules, and a build error for whatever steps outside its subset."""

from __future__ import annotations

import pytest

from skillc.link import LinkError, link, runtime_sources

MAIN = '''"""The entry."""

from __future__ import annotations

import os
from json import dumps

from .words import greet


def main() -> str:
    return dumps(greet(os.sep))
'''
WORDS = '''"""Words."""

from json import loads

HELLO = loads('"hello "')


def greet(name: str) -> str:
    return HELLO + name
'''
GOOD = {"main": MAIN, "words": WORDS, "unused": '"""Nobody needs it."""\n\nLEFT_OUT = 1\n'}


def test_what_is_linked_runs() -> None:
    imports, code = link(GOOD, "main")
    assert imports == "import os\nfrom json import dumps, loads"
    names: dict[str, object] = {}
    exec(compile(f"{imports}\n{code}", "linked", "exec"), names)  # noqa: S102 - the linker's own output
    main = names["main"]
    assert callable(main)
    assert main() == '"hello /"'
    assert "LEFT_OUT" not in names


def test_each_module_is_introduced_by_its_docstring() -> None:
    _, code = link(GOOD, "main")
    assert code.index("# ---------- words: Words.") < code.index("# ---------- main: The entry.")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"words": "import json as j\n"}, "words.py:1: nothing is imported under another name, or as *"),
        ({"words": "from json import *\n"}, "words.py:1: nothing is imported under another name, or as *"),
        ({"words": "from . import unused\n"}, "words.py:1: siblings are imported as `from .module import name`"),
        ({"words": "from .absent import x\n"}, "there is no runtime module absent.py"),
        ({"words": "from .main import main\n"}, "runtime modules need each other: "),
        ({"words": "def main() -> None: ...\n"}, "main.py defines main, which words.py also binds"),
        ({"words": "dumps = 1\n"}, "words.py defines dumps, which an import also binds"),
        *(
            ({"words": statement}, "main.py defines main, which words.py also binds")
            for statement in (
                "greet, (main, *rest) = 1, (2, 3)\n",
                "for main in (): ...\n",
                "with open(__file__) as main: ...\n",
                "if (main := 1): ...\n",
                "greet = [main := letter for letter in 'a']\n",
                "try: ...\nexcept ValueError as main: ...\n",
                "if True:\n    def main() -> None: ...\n",
            )
        ),
        (
            {"words": "def greet(name: str) -> str:\n    from .unused import LEFT_OUT\n    return name\n"},
            "words.py:2: siblings are imported at the top of a module",
        ),
    ],
)
def test_what_steps_outside_the_subset_stops_the_build(change: dict[str, str], message: str) -> None:
    with pytest.raises(LinkError) as caught:
        link({**GOOD, **change}, "main")
    assert str(caught.value).startswith(message)


def test_the_runtime_links() -> None:
    imports, code = link(runtime_sources(), "main")
    compile(f"from __future__ import annotations\n{imports}\n{code}", "linked", "exec")
