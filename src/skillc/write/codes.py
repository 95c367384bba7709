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
