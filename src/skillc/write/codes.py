"""The findings that building and packing can make, each with its page."""

from __future__ import annotations

from skillc.diagnostic import Code


class WriteCode(Code):
    """Why files are not written."""

    FOREIGN = (
        "OUT001",
        """A file that would be written is there already, and skillc has not made it.

        Why: it is somebody's work.

        Fix: move it away or delete it, then try again.

        Bad:
            $ echo 'My own skill.' >SKILL.md
        Good:
            $ mv SKILL.md my-own-skill.md
        """,
    )
    OUTSIDE = (
        "OUT002",
        """The way to a file leads through a symbolic link.

        Why: it may lead out of the skill's folder, where nothing is ever written.

        Fix: remove the link, then try again.

        Bad:
            $ mkdir elsewhere && ln -s elsewhere references
        Good:
            $ rm references
        """,
    )
    FAILED = (
        "OUT003",
        """The operating system refused to read or write a file.

        Why: there is no room, no permission, or something else in its place. What is written already is whole.

        Fix: make room, set permissions or move what is in the way, then try again.

        Bad:
            $ touch references
        Good:
            $ rm references
        """,
    )
    OVER_BUDGET = (
        "OUT004",
        """A generated file costs a reader more than `budgets` of skill.yaml allows.

        Why: agents pay for every token of SKILL.md whenever they use the skill.

        Fix: shorten the texts that land in it, or raise the limit.

        Bad:
            # skill.yaml
            budgets: {skill: {tokens: 10}}
        Good:
            # skill.yaml
            budgets: {skill: {tokens: 1500}}
        """,
    )
    STALE = (
        "OUT006",
        """A generated file that is to be packed is not what the sources say.

        Why: users would get another skill than the one that was checked.

        Fix: build, then pack.

        Bad:
            $ echo 'Edited by hand.' >>SKILL.md
        Good:
            $ skillc build
        """,
    )
    NO_LICENSE = (
        "OUT007",
        """A skill that is to be packed has no file LICENSE.

        Why: who gets it must be told what they may do with it.

        Fix: write the terms that `license` of skill.yaml names into LICENSE.

        Bad:
            $ rm LICENSE
        Good:
            $ echo 'MIT No Attribution' >LICENSE
        """,
    )
    VERSION = (
        "OUT008",
        """CHANGELOG.md or pyproject.toml names another version than skill.yaml.

        Why: a packed skill has one version.

        Fix: set the same version in all of them.

        Bad:
            $ echo '## [9.0.0] - 2024-01-01' >CHANGELOG.md
        Good:
            $ echo '## [1.0.0] - 2024-01-01' >CHANGELOG.md
        """,
    )
    TOO_LARGE = (
        "OUT009",
        """A generated file, or all of them together, is larger than those who take skills allow.

        Why: OpenClaw does not list a skill whose SKILL.md is larger than 256,000 bytes, and never says so; ClawHub takes no
        file larger than 10 MB, and 50 MB in all.

        Fix: shorten the texts, or make two skills of one.

        Bad:
            $ sed '/^budgets:/,/reference:/d' skill.yaml >longer.yaml && mv longer.yaml skill.yaml
            $ printf 'sections: [{title: Zeros, text: "%0300000d"}]\\n' 0 >>skill.yaml
        Good:
            $ sed '/^sections:/d' skill.yaml >shorter.yaml && mv shorter.yaml skill.yaml
        """,
    )
    TOO_LITTLE = (
        "OUT010",
        """SKILL.md says very little.

        Why: ClawHub rejects a new skill with fewer than 45 words or 260 characters, blanks not counted, below the frontmatter.
        It is a warning, since a skill that is not published there may be as short as it likes.

        Fix: say in `intro`, `facts` or `sections` when to use the skill, what comes back, what to mind.

        Bad:
            $ rm -r actions && sed '/^app:/,$d' skill.yaml >shorter.yaml && mv shorter.yaml skill.yaml
        Good:
            $ echo 'sections: [{title: How the shelf is kept, text: "' >>skill.yaml
            $ echo 'Books stand by the family name of their author, big ones at the bottom. A slip in the gap says who has' >>skill.yaml
            $ echo 'borrowed the book and since when. Ask before you move one, and write down where it stands now. On the' >>skill.yaml
            $ echo 'first of each month, compare the shelf with the list, and say which books are missing."}]' >>skill.yaml
        """,
    )
