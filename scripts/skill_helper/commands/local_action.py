# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command of an action that a package of the skill carries out: no account is asked and no program is started."""

from __future__ import annotations

from ..actions.bound import bind_action
from ..actions.checked import check_given
from ..actions.live import LiveActions
from ..actions.packages import call_package
from ..base.records import Action, Local
from ..input.command_line import CommandLine, refuse_words
from ..input.sources import option_json
from ..input.values import allowed_types, collect_input, property_schema
from ..output.answer_files import AnswerFile
from ..output.envelope import present, refuse_question, shape_of
from ..output.files import check_output_place, save_file
from ..session import Json, Session


def run_local_action(session: Session, line: CommandLine, action: Action, local: Local) -> Json:
    """Run one action of a package that the skill brings."""
    if not local.words:
        refuse_words(line, f"{action.key} takes its input as --name value")
    check_output_place(session, line.value("output"), file_expected=action.output.file)
    shape = shape_of(line, action.output.show, action.key)
    if action.output.file:
        refuse_question(shape, f"{action.key} gives a file, not a list")
    bound = bind_action(session, action, LiveActions(session, None))
    definitions = session.skill.definitions
    schemas = {name: property_schema(name, action.input, definitions) for name in action.input["properties"]}
    switches = [name for name, schema in schemas.items() if allowed_types(schema, definitions) == {"boolean"}]
    flags = line.inputs_with(local.words, switches) if local.words else line.inputs
    given = collect_input(option_json(line, "input", {}), flags, action.input, definitions)
    check_given(session, bound, given)
    result = call_package(session, action.key, local.call, given, done="done")
    file, facts = result.get("file"), result.get("facts", {})
    if file:
        saved = AnswerFile(file["content"], file["media_type"])
        return {"ok": True, **facts, "file": save_file(session, saved, shape.output, file["name"])}
    if "columns" in result and not shape.asked:
        shape = shape._replace(columns=result["columns"])
    document = present(session, result["answer"], shape, action.output)
    return {"ok": document.pop("ok"), **facts, **document}
