# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The door to the packages that the skill brings: functions that take checked input and know nothing of the helper.

A function returns a mapping. `problems` (each with `pointer`, `message` and perhaps `hint`) say why there is nothing
else in it; `facts` are to be told. An action's own function gives an `answer` as the descriptor's `output` describes
it, perhaps with the `columns` to show, or a `file` (`name`, `content` as bytes, `media_type`).

One that prepares the input of another action is told too what is `known`: what the app answered to its `reads`, what it
did not answer (`unanswered`), inputs that may not be sent yet (`unproved`), those with their `usual` values. It gives
the `values` that are sent, perhaps with `terms` to read back, what is the `same` in another call, and a `page`: a
function that makes a `file` of it. One that compares gives the `terms` of a file's `content`. One that reads the
file of another action gets its `name`, its `content` and whether its `lines` are asked for, and gives an `answer`: one
record, or the lines as a list.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from ..base.bytecode import SCRIPTS
from ..base.exits import Exit
from ..base.outcome import Failure
from ..session import Json, Session


def call_package(session: Session, key: str, call: str, *values: Json, done: str) -> Mapping[str, Any]:
    """Return what a function makes of the input of the action `key`; fail with its problems: nothing is `done` then.

    Raises ImportError when the package is not there.
    """
    result: Mapping[str, Any] = function_of(call)(*values)
    problems = result.get("problems")
    if problems:
        message = f"{key}: {len(problems)} problem{'s' if len(problems) > 1 else ''}; nothing was {done}"
        remedy = f"correct and call again; all inputs: {session.command('describe', key)}"
        raise Failure(Exit.BAD_INPUT, "bad_input", message, remedy, problems=problems)
    return result


def function_of(call: str) -> Any:
    """Return a function of a package. Raises ImportError when the package is not there."""
    module, _, name = call.partition(":")
    package = module.partition(".")[0]
    if not os.path.isfile(os.path.join(SCRIPTS, package, "__init__.py")):
        raise ImportError(f"no package {package} beside the helper")  # and none from elsewhere takes its place
    return getattr(import_module(module), name)
