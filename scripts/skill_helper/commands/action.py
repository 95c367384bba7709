# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command of an action: checked, filled, and where it needs that planned, before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..actions.bound import BoundAction, bind_action, call_facts, read_bound, request_of, run_bound, words_of
from ..actions.checked import check_given, check_input
from ..actions.completing import Completed, completed_input, prepared_input
from ..actions.concluded import inferred_facts, inferred_in
from ..actions.file_data import present_data, refuse_question_without_lines, wants_data
from ..actions.paging import run_list
from ..actions.target import TargetView, look_command, read_target
from ..base.effects import Change, ChangeFacts
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action, Effect
from ..base.state import fingerprint_of
from ..confirm.gate import Proposal, allow, refuse_when_read_only
from ..confirm.repeated import earlier_change, repetition
from ..confirm.warnings import warning_about
from ..input.command_line import CommandLine, refuse_words
from ..input.sources import option_json
from ..input.values import collect_input
from ..output.answer_files import AnswerFile
from ..output.envelope import ORDERING, Shape, present, refuse_question, search_words, shape_of
from ..output.files import check_output_place, save_file
from ..session import Json, Session
from .dry_run import dry_action, offered

if TYPE_CHECKING:
    from ..actions.row_files import Folder


def run_action(session: Session, line: CommandLine, action: Action) -> Json:
    """Run one compiled action."""
    refuse_words(line, f"{action.key} takes its input as --name value")
    _refuse_file(action)
    changing = not action.reads_only and not line.has("dry-run")
    saved = action.output.file and not wants_data(line, action)
    check_output_place(session, line.value("output"), file_expected=saved, changing=changing)
    shape = shape_of(line, action.output.show, "")
    if action.output.data:
        refuse_question_without_lines(line, shape, action)
    elif not action.reads_only or action.output.file or action.output.record:
        refuse_question(shape, f"{action.key} gives no list")
    folder = _folder_for_files(session, line, action, shape)
    bound = bind_action(session, action, offered(session, line))
    given = collect_input(option_json(line, "input", {}), line.inputs, bound.schema, bound.definitions)
    check_given(session, bound, given)
    if changing:
        refuse_when_read_only(session, action.key)
    if line.has("dry-run"):
        return dry_action(session, bound, given)
    completed = _completed(session, bound, given)
    shape = shape._replace(searched=search_words(_criteria(action, completed.values)))
    if action.reads_only:
        document = _read(session, bound, completed, shape, folder)
        return {"ok": document["ok"], **completed.told, **document}
    return _change(session, bound, completed, shape)


def _completed(session: Session, bound: BoundAction, given: Json) -> Completed:
    """Return the input with all that is sent along, checked, and with what is told of it."""
    completed = completed_input(session, bound, given)
    check_input(session, bound, completed.values)
    completed = prepared_input(session, bound, completed)
    inferred = inferred_facts(session, bound.action, inferred_in(bound.action, completed.sent))
    return completed._replace(told={**completed.told, **inferred})


def _read(session: Session, bound: BoundAction, completed: Completed, shape: Shape, folder: Folder | None) -> Json:
    """Read, and return the envelope of the answer."""
    action, sent = bound.action, completed.sent
    if folder:
        from ..actions.row_files import save_row_files

        return save_row_files(session, bound, sent, shape, folder)
    if action.page:
        return run_list(session, bound, action.page, sent, shape)
    answer = read_bound(session, bound, sent)
    if action.compare:
        from ..actions.read_back import compared

        return {"ok": True, **compared(session, bound, sent, answer)}
    shape = shape._replace(stem=_file_stem(action, completed.values))
    if action.output.data and wants_data(session.line, action):
        return present_data(session, answer, shape, action, action.output.data)
    return present(session, answer, shape, action.output)


def _change(session: Session, bound: BoundAction, completed: Completed, shape: Shape) -> Json:
    """Change the account once, by a permit, and return the envelope of the answer."""
    action = bound.action
    told = _preview(session, completed)
    answer = run_bound(session, bound, completed.sent, _allowed(session, bound, completed, told))
    if action.read_back:
        from ..actions.read_back import read_back

        told.update(read_back(session, bound, action.read_back, completed, answer))
    document = present(session, answer, shape._replace(stem=_file_stem(action, completed.values)), action.output)
    return {"ok": document["ok"], **completed.told, **told, **document}


def _folder_for_files(session: Session, line: CommandLine, action: Action, shape: Shape) -> Folder | None:
    """Return where the files of rows are to be saved, if they are; the modules for it are loaded only then."""
    if not line.has("files") and all(name != "files" for name, _ in line.inputs):
        return None
    from ..actions.row_files import folder_for_files

    return folder_for_files(session, line, action, shape)


def _refuse_file(action: Action) -> None:
    """Fail for an action that would send a file of the user's: Membrane's CLI has no documented way to."""
    if action.request and action.request.instead:
        message = f"{action.key} sends a file, and Membrane's CLI has no documented way to send one; nothing was sent"
        raise Failure(Exit.REFUSED, "file_not_sendable", message, action.request.instead)


def _preview(session: Session, completed: Completed) -> Json:
    """Save the page of what will be sent, where one is asked for."""
    place = session.line.value("preview")
    if place is None or completed.page is None:
        return {}
    page = completed.page()
    return {"preview": save_file(session, AnswerFile(page["content"], page["media_type"]), place, page["name"])}


def _allowed(session: Session, bound: BoundAction, completed: Completed, preview: Json) -> Change:
    """Return the permit of a change; a plan that is raised instead names the preview that was saved."""
    try:
        return allow(session, _proposal(session, bound, completed))
    except Failure as failure:
        failure.more.update(preview)
        raise


def _proposal(session: Session, bound: BoundAction, completed: Completed) -> Proposal:
    """Return the change that an action's input asks for, with the record as it stands now where it is planned."""
    action, sent = bound.action, completed.sent
    content = fingerprint_of(completed.same)[:16] if completed.same is not None else ""
    earlier = earlier_change(session, bound.connection, content)
    again = repetition(earlier) if earlier else _doubt(session, bound)
    warned = None if bound.live else warning_about(session, request_of(session, action, sent))
    reason = warned.sentence if warned else _reason(bound) or again
    target = read_target(session, bound, sent) if reason else TargetView()
    facts = ChangeFacts(
        name=action.key,
        connection=bound.connection,
        look=look_command(session, bound, _looking(completed)),
        target_id=target.id,
        repeatable=action.idempotent,
        remedies=action.errors,
        record=action.output.record,
        content=content,
    )
    plan = {
        "do": action.key,
        "effect": action.effect.value,
        **(warned.facts() if warned else {}),
        **({"again": again} if again else {}),
        **completed.told,
        "target": target.shown,
        "send": call_facts(session, bound, sent),
    }
    return Proposal(facts, plan, target.record, reason, words_of(session, bound, sent))


def _doubt(session: Session, bound: BoundAction) -> str:
    """Return why a change is likely to end as none, as an earlier one of its kind did."""
    if not (bound.action.read_back and bound.action.read_back.must):
        return ""
    from ..actions.carried import seen_inputs

    seen = seen_inputs(session, bound.connection)
    lost = [name for name in bound.action.read_back.must if name in seen.lost]
    return f"the last draft of this kind did not carry {' and '.join(lost)}, so this one may not either" if lost else ""


def _looking(completed: Completed) -> Json:
    """Return the input by which a record is looked for: where an object is sent for a name, the name."""
    plain = {name: value for name, value in completed.sent.items() if not isinstance(value, dict)}
    return {**completed.values, **plain}


def _reason(bound: BoundAction) -> str:
    """Return why an action is planned first; empty where it is not."""
    action = bound.action
    if isinstance(action.confirm, str):
        return action.confirm.rstrip(".")
    if action.effect is Effect.DESTRUCTIVE:
        return (
            f"{action.key} needs a yes, though it can be undone in {bound.offer.session.app.name}"
            if action.reversible
            else f"{action.key} cannot be undone"
        )
    if action.confirm:
        return f"{action.key} sends account data to others"
    return bound.live.grave_reason if bound.live else ""


def _criteria(action: Action, values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the inputs that choose rows; those that page and sort do not."""
    page = action.page
    others = (page.place, page.size, *ORDERING) if page else ORDERING
    return [(name, value) for name, value in values.items() if name not in others]


def _file_stem(action: Action, values: Mapping[str, Any]) -> str:
    """Return the name of a saved file, made from what it is and the id that was asked for.

    An entity may have several kinds of files, such as an invoice and the report on it: a request has the name of one.
    """
    what = action.key.partition("-")[2] if action.request else action.entity
    return "-".join([what, *(str(values[name]) for name in action.required if name in values)])
