"""The findings of writing and packing, each with its page."""

from __future__ import annotations

from skillc.diagnostic import Code


class WriteCode(Code):
    """Why files are not written."""

    FOREIGN = (
        "OUT001",
        """A file that would be written exists already, and skillc did not generate it.

        Why: writing would overwrite somebody's work.

        Fix: move it away or delete it, then try again.

        Bad:
            $ echo 'My own skill.' >SKILL.md
        Good:
            $ mv SKILL.md my-own-skill.md
        """,
    )
    OUTSIDE = (
        "OUT002",
        """The path of a file contains a symbolic link.

        Why: it may lead out of the skill's folder, and skillc never writes there.

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

        Why: the disk is full, a permission is missing, or something else has that name. Files written before it are
        complete.

        Fix: free space, set permissions or move what is in the way, then try again.

        Bad:
            $ touch references
        Good:
            $ rm references
        """,
    )
    STALE = (
        "OUT006",
        """A generated file is out of date, so it cannot be packed.

        Why: users would get another skill than the one that was checked.

        Fix: run `skillc build`, then pack again.

        Bad:
            $ echo 'Edited by hand.' >>SKILL.md
        Good:
            $ skillc build
        """,
    )
    NO_LICENSE = (
        "OUT007",
        """The skill has no file LICENSE, so it cannot be packed.

        Why: users must know under which terms they may use it.

        Fix: put the text of the license that skill.yaml names into LICENSE.

        Bad:
            $ rm LICENSE
        Good:
            $ echo 'MIT No Attribution' >LICENSE
        """,
    )
    VERSION = (
        "OUT008",
        """CHANGELOG.md or pyproject.toml has another version than skill.yaml.

        Why: a packed skill has one version.

        Fix: set the same version in all of them.

        Bad:
            $ echo '## [9.0.0] - 2024-01-01' >CHANGELOG.md
        Good:
            $ echo '## [1.0.0] - 2024-01-01' >CHANGELOG.md
        """,
    )
