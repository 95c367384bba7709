"""The findings of loading, each with its page."""

from __future__ import annotations

from skillc.diagnostic import Code


class LoadCode(Code):
    """What is wrong with a file or with its YAML."""

    MISPLACED = (
        "SRC001",
        """A file is at a place in actions/ that is not read.

        Why: it looks like a part of the skill, but nothing reads it. It is a warning if the file is not a descriptor.

        Fix: move it to actions/<entity>/<key>.yaml, or out of actions/.

        Bad:
            $ echo 'key: list-authors' >actions/list-authors.yaml
        Good:
            $ mv actions/list-authors.yaml list-authors.txt
        """,
    )
    UNREADABLE = (
        "YAML001",
        """A file or folder is missing, cannot be opened, is a symbolic link, or is not a regular file.

        Why: a skill needs all of its files, and a link may lead out of the skill or in a circle.

        Fix: create it, set its permissions, or name the folder that contains it.

        Bad:
            $ mv skill.yaml skill.yml
        Good:
            $ mv skill.yml skill.yaml
        """,
    )
    ENCODING = (
        "YAML002",
        """A file is not UTF-8.

        Why: another encoding would have to be guessed, with a different result on each machine.

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
        """A file exceeds a limit: 1 MB, 100 levels of nesting, 1,024 characters in a key, or 100 findings.

        Why: no descriptor needs that much, but an attack on its reader may. The rest of the file is not read.

        Fix: split it, flatten it, or fix the first findings.

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

        Why: the file cannot be read.

        Fix: check quotes, brackets, colons and indentation in this line and the one before it.

        Bad:
            notes: [Search by one word., Two words find less.
        Good:
            notes: [Search by one word., Two words find less.]
        """,
    )
    EMPTY = (
        "YAML005",
        """A file contains only spaces and comments.

        Why: it looks like an action but does not describe one.

        Fix: write the descriptor, or delete the file.

        Bad:
            $ echo '# to be written' >actions/book/list-authors.yaml
        Good:
            $ rm actions/book/list-authors.yaml
        """,
    )
    DUPLICATE_KEY = (
        "YAML006",
        """A mapping contains a key twice.

        Why: most YAML readers keep the last one without a message.

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

        Why: a reader should find each value where it is used.

        Fix: repeat the value. To share a schema, use `$ref`.

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

        Why: a tag such as `!!str` makes a YAML reader create something other than plain data.

        Fix: remove the tag, and quote the value if it is text.

        Bad:
            title: !!str List books
        Good:
            title: List books
        """,
    )
    SECOND_DOCUMENT = (
        "YAML009",
        """A second YAML document begins in a file.

        Why: most YAML readers ignore it.

        Fix: remove it, or move it to a file of its own.

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
        """A key is not text, but a number, a boolean, null, a list or a mapping.

        Why: the helper reads JSON, which has only text as keys.

        Fix: quote it.

        Bad:
            output: {schema: {type: object, properties: {1: {type: string}}}}
        Good:
            output: {schema: {type: object, properties: {"1": {type: string}}}}
        """,
    )
    AMBIGUOUS = (
        "YAML011",
        """An unquoted word means one thing in YAML 1.1 and another in YAML 1.2.

        Why: editors and skillc would disagree about `no`, `012`, `1_000` or `2024-01-01`.

        Fix: quote it if it is text; write true, false, null or a plain decimal number if it is not.

        Bad:
            title: yes
        Good:
            title: "yes"
        """,
    )
    CONTROL = (
        "YAML012",
        """A text contains an invisible character that changes or hides what a reader sees.

        Why: control characters, text-direction overrides and odd line breaks make a text look different from what it
        is.

        Fix: remove it.

        Bad:
            title: "List \\u202Ebooks"
        Good:
            title: List books
        """,
    )
    CUT_OFF = (
        "YAML013",
        """A comment stands behind an unquoted text, or right below it.

        Why: ` #` begins a comment, so a text that holds it ends there, and no reader says so.
        A remark behind one word or number is taken as such: `effect: read  # why`.

        Fix: quote the whole text, or put the comment on a line of its own.

        Bad:
            summary: Remove book #17 or another one.
        Good:
            summary: "Remove book #17 or another one."
        """,
    )
    READERS_DIFFER = (
        "YAML014",
        """Only some YAML readers take what stands here, or they read it differently.

        Why: PyYAML's own reader stops at a question mark in an unquoted text between braces or brackets, and at tabs;
        editors stop at a comment without a space before it. The file would be readable here, and nowhere else.

        Fix: quote the text, or put the space where it belongs.

        Bad:
            examples: [{ask: Which books are there?, input: {}}]
        Good:
            examples: [{ask: "Which books are there?", input: {}}]
        """,
    )
    ENTRY = (
        "YAML015",
        """An entry in braces has no colon: most often, it is the rest of a text that holds a comma.

        Why: in braces, a comma ends an unquoted text. YAML takes what follows it as a key without a value.

        Fix: quote the whole text.

        Bad:
            examples: [{ask: Show me books, please, input: {}}]
        Good:
            examples: [{ask: "Show me books, please", input: {}}]
        """,
    )
    TYPOGRAPHIC = (
        "YAML016",
        """A text stands in typographic quotes, as word processors write them.

        Why: YAML knows only straight quotes. It takes the others as letters of the text, and commas, braces and colons
        between them as its own.

        Fix: write straight quotes. To keep the typographic ones, put straight quotes around them.

        Bad:
            title: “List books”
        Good:
            title: "List books"
        """,
    )
