"""The compiled table that the helper carries: all that it needs of the skill, as JSON."""

from __future__ import annotations

from typing import Any

from skillc.model import Action, App, Remedy, Skill


def skill_table(skill: Skill, app: App) -> dict[str, Any]:
    """Return the table of a skill with its app. Empty members are left out of actions."""
    return {
        "name": skill.name,
        "title": skill.title,
        "version": skill.version,
        "app": {"name": app.name, "url": app.url, "cli_package": app.cli_package, "cli_version": app.cli_version},
        "proxy_forbid": list(skill.proxy.forbid),
        "proxy_warnings": [{"method": method, "path": path, "warning": text} for method, path, text in skill.proxy.warnings],
        "definitions": skill.definitions,
        "actions": {action.key: action_table(action) for action in skill.actions},
    }


def action_table(action: Action) -> dict[str, Any]:
    """Return what the helper needs of one action."""
    output = action.output
    table: dict[str, Any] = {
        "title": action.title,
        "summary": action.summary,
        "entity": action.entity,
        "effect": action.effect.value,
        "idempotent": action.idempotent,
        "confirm": action.confirm,
        "action": action.membrane_action,
        "request": request_table(action),
        "input": action.input,
        "output": present({"items": output.items, "total": output.total, "show": list(output.show), "file": output.file}),
        "fill": fill_table(action),
        "target": target_table(action),
        "page": present({"number": action.page.number, "size": action.page.size, "max": action.page.maximum}) if action.page else None,
        "errors": [remedy_table(remedy) for remedy in action.errors],
        "notes": list(action.notes),
        "examples": [{"ask": example.ask, "input": example.input} for example in action.examples],
    }
    return {name: value for name, value in table.items() if name in ("input", "output", "idempotent") or value not in (None, [], False)}


def present(members: dict[str, Any]) -> dict[str, Any]:
    """Return the members that say something."""
    return {name: value for name, value in members.items() if value not in (None, [], {}, False, ())}


def request_table(action: Action) -> dict[str, Any] | None:
    """Return the proxy request of an action that makes one."""
    request = action.request
    if request is None:
        return None
    members = {"method": request.method, "path": request.path, "query": list(request.query), "headers": request.headers}
    return present({**members, "body": list(request.body), "envelope": request.envelope})


def fill_table(action: Action) -> dict[str, Any] | None:
    """Return what is read first and sent along."""
    fill = action.fill
    return {"action": fill.action, "with": fill.arguments, "fields": list(fill.fields)} if fill else None


def target_table(action: Action) -> dict[str, Any] | None:
    """Return how the record that is meant is read for a plan."""
    target = action.target
    return (
        present({"action": target.action, "with": target.arguments, "match": target.match, "show": list(target.show)}) if target else None
    )


def remedy_table(remedy: Remedy) -> dict[str, Any]:
    """Return one remedy."""
    return present({"status": remedy.status, "contains": remedy.contains, "remedy": remedy.remedy})
