"""The findings that loading can make, each with its page."""

from __future__ import annotations

from skillc.diagnostic import Code


class LoadCode(Code):
    """Why a file is not taken as it is."""

    MISPLACED = (
        "SRC001",
        """A file lies in actions/ where no descriptor is looked for.

        Why: it looks as if it were part of the skill, and nothing reads it. It is a warning when it is no descriptor.

        Fix: move it to actions/<entity>/<key>.yaml, or out of actions/.

        Bad:
            $ echo 'key: list-authors' >actions/list-authors.yaml
        Good:
            $ mv actions/list-authors.yaml list-authors.txt
        """,
    )
    UNREADABLE = (
        "YAML001",
        """A file or folder is missing, cannot be opened, is a symbolic link or something else than a file.

        Why: a skill without one of its files would be another skill, and a link may lead out of the skill or in a circle.

        Fix: create it, set its permissions, or name the folder that has it.

        Bad:
            $ mv skill.yaml skill.yml
        Good:
            $ mv skill.yml skill.yaml
        """,
    )
    ENCODING = (
        "YAML002",
        """A file is not UTF-8.

        Why: another encoding would be guessed, and guessed differently on another machine.

        Fix: save it as UTF-8.

        Bad:
            $ printf 'notes: [B\\374cher]\\n' >>actions/book/list-books.yaml
        Good:
            $ iconv -f LATIN1 -t UTF-8 actions/book/list-books.yaml >fixed.yaml
            $ mv fixed.yaml actions/book/list-books.yaml
        """,
    )
    TOO_BIG = (
        "YAML003",
        """A file is larger than 1 MB, nested deeper than 100 levels, has a key of more than 1,024 characters or over 100 findings.

        Why: no descriptor does, but an attack on the reader does. It is not read further.

        Fix: split it, flatten it, or begin with the first findings.

        Bad:
            $ yes '#' | head -c 1000001 >>actions/book/list-books.yaml
        Good:
            $ grep -v '^#$' actions/book/list-books.yaml >fixed.yaml
            $ mv fixed.yaml actions/book/list-books.yaml
        """,
    )
    SYNTAX = (
        "YAML004",
        """The text is not YAML.

        Why: nothing can be read from it.

        Fix: look at the line and the one before it: quotes, brackets, colons, indentation.

        Bad:
            notes: [Search by one word., Two words find less.
        Good:
            notes: [Search by one word., Two words find less.]
        """,
    )
    EMPTY = (
        "YAML005",
        """A file holds nothing but spaces and comments.

        Why: it looks like an action, and is none.

        Fix: write it, or delete it.

        Bad:
            $ echo '# to be written' >actions/book/list-authors.yaml
        Good:
            $ rm actions/book/list-authors.yaml
        """,
    )
    DUPLICATE_KEY = (
        "YAML006",
        """A mapping says the same key twice.

        Why: YAML readers keep the last one and say nothing.

        Fix: remove one of the two.

        Bad:
            title: List books
            title: Find books
        Good:
            title: Find books
        """,
    )
    SHARED = (
        "YAML007",
        """A file uses an anchor, an alias or a merge key.

        Why: a descriptor states each fact where it is read.

        Fix: write the value out; schemas are shared with `$ref`.

        Bad:
            title: &title List books
            notes: [*title]
        Good:
            title: List books
            notes: [List books]
        """,
    )
    TAG = (
        "YAML008",
        """A value has a tag.

        Why: a tag such as `!!str` asks the reader to build something other than plain data.

        Fix: remove it; quote the value if it is text.

        Bad:
            title: !!str List books
        Good:
            title: List books
        """,
    )
    SECOND_DOCUMENT = (
        "YAML009",
        """A second YAML document begins in a file.

        Why: most readers drop it.

        Fix: one file, one document: remove it, or move it to a file of its own.

        Bad:
            title: List books
            ---
            title: List authors
        Good:
            title: List books
        """,
    )
    KEY_TYPE = (
        "YAML010",
        """A key is not text, but a number, a truth value, nothing, a list or a mapping.

        Why: JSON has no such keys, and the helper speaks JSON.

        Fix: quote it.

        Bad:
            output: {schema: {type: object, properties: {1: {type: string}}}}
        Good:
            output: {schema: {type: object, properties: {"1": {type: string}}}}
        """,
    )
    AMBIGUOUS = (
        "YAML011",
        """A bare word means one thing in YAML 1.1 and another in YAML 1.2.

        Why: an editor and this compiler would disagree about `no`, `012`, `1_000` or `2024-01-01`.

        Fix: quote it if it is text; write true, false, null or a plain decimal number if it is not.

        Bad:
            title: yes
        Good:
            title: "yes"
        """,
    )
    CONTROL = (
        "YAML012",
        """A text holds an invisible character that changes or hides what a reader sees.

        Why: control characters, text-direction overrides and odd line breaks make a text read otherwise than it is.

        Fix: remove it.

        Bad:
            title: "List \\u202Ebooks"
        Good:
            title: List books
        """,
    )
