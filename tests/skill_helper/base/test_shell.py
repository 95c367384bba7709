"""Words as one line: what is printed for a shell arrives as it was."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support.sessions import a_session

from skill_helper.base.shell import fits_a_line, interpreter_words, page_line, quoted_for_windows, shell_line

WORDS = [
    "plain",
    "",
    "Jane Doe",
    "it's",
    'say "hi"',
    "$HOME",
    "`id`",
    "a,b",
    "@file.json",
    "Müller & Söhne",
    "100 %",
    "a\\b\\",
    '{"a":1}',
    "!x",
]


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
@pytest.mark.parametrize("line_of", [shell_line, page_line])
def test_a_posix_shell_reads_what_was_meant(line_of: object) -> None:
    assert callable(line_of)
    script = shlex.join([sys.executable, "-c", "import sys; print(ascii(sys.argv[1:]))"])
    done = subprocess.run(["sh", "-c", f"{script} {line_of(WORDS)}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(WORDS)


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("a", "a"),
        ("Jane Doe", '"Jane Doe"'),
        ("it's", '"it\'s"'),
        ("a,b", '"a,b"'),
        ("@x.json", '"@x.json"'),
        ("{}", '"{}"'),
        ("", '""'),
    ],
)
def test_a_page_s_line_needs_no_single_quotes_where_double_ones_will_do(word: str, typed: str) -> None:
    assert page_line([word]) == typed


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("C:\\a\\b.py", '"C:\\a\\b.py"'),
        ("C:\\a b\\", '"C:\\a b\\\\"'),
        ('say "hi"', '"say \\"hi\\""'),
        ("it's", '"it\'s"'),
        ("a&b", '"a&b"'),
        ("@x", '"@x"'),
        ("", '""'),
    ],
)
def test_words_for_windows(word: str, typed: str) -> None:
    assert quoted_for_windows(word) == typed


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")


def a_program(folder: Path, name: str) -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("")
    (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


def linked(folder: Path, name: str, program: Path) -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    (folder / name).symlink_to(program)
    return {"PATH": str(folder)}


@pytest.mark.usefixtures("windows")
def test_windows_begins_with_its_launcher(tmp_path: Path) -> None:
    assert interpreter_words(a_program(tmp_path / "bin", "py.exe")) == ["py", "-3"]
    assert interpreter_words({"PATH": str(tmp_path)}) == [sys.executable]
    environment = linked(tmp_path / "other", "python.exe", Path(sys.executable))
    assert interpreter_words(environment) == ["python"]


@pytest.mark.usefixtures("windows")
def test_on_windows_no_word_is_printed_that_a_shell_there_would_change() -> None:
    session = a_session("C:\\x.py")
    assert session.command("request", "/invoices").endswith('"C:\\x.py" request invoices')
    assert fits_a_line(["Jane Doe", "C:\\x"])
    assert not any(fits_a_line([word]) for word in ('{"a":1}', "100 %", "$x", "`x`"))


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_python3_is_printed_only_where_it_leads_here(tmp_path: Path) -> None:
    assert interpreter_words(linked(tmp_path / "same", "python3", Path(sys.executable))) == ["python3"]
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    a_program(tmp_path / "alike", version)
    assert interpreter_words(linked(tmp_path / "alike", "python3", tmp_path / "alike" / version)) == ["python3"]
    assert interpreter_words(a_program(tmp_path / "another", "python3")) == [sys.executable]
    assert interpreter_words({"PATH": str(tmp_path)}) == [sys.executable]
