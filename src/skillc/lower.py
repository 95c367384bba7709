"""From checked documents to the frozen model: defaults filled in, everything in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc import model
from skillc.schemas.rows import row_fields
from skillc.schemas.subschemas import ANNOTATION, codecs_of, properties_with_members

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.load import Sources

_EFFECTS = list(model.Effect)
_VERBS = ("list", "search", "get", "create", "update", "delete")


def lower(sources: Sources) -> model.Skill:
    """Return the skill that `sources` describe; they must be free of errors."""
    data = sources.skill.data
    definitions, budgets = data.get("$defs", {}), data.get("budgets", {})
    actions = [lower_action(document.data, definitions) for document in sources.actions]
    return model.Skill(
        name=data["name"],
        version=data["version"],
        title=data["title"].strip(),
        description=data["description"].strip(),
        license=data["license"].strip(),
        author=data.get("author", "").strip(),
        homepage=data.get("homepage", ""),
        emoji=data.get("emoji", ""),
        intro=data["intro"].strip(),
        app=_app(data["app"]) if "app" in data else None,
        entities=tuple(_entity(key, entity, actions) for key, entity in data.get("entities", {}).items()),
        facts=_texts(data.get("facts", [])),
        sections=_sections(data),
        pages=tuple(_page_of_its_own(key, page) for key, page in data.get("pages", {}).items()),
        recipes=tuple(map(_recipe, data.get("recipes", []))),
        proxy=_proxy(data.get("proxy", {})),
        cannot=tuple(model.Limit(_texts(entry["words"]), entry["says"].strip()) for entry in data.get("cannot", [])),
        definitions=dict(sorted(definitions.items())),
        packages=sources.packages,
        skill_budget=model.Budget(**budgets.get("skill", {})),
        reference_budget=model.Budget(**budgets.get("reference", {})),
        recipes_budget=model.Budget(**budgets.get("recipes", budgets.get("reference", {}))),
    )


def lower_action(data: dict[str, Any], definitions: Mapping[str, Any]) -> model.Action:
    """Return the action that the descriptor `data` describes."""
    effect, run = model.Effect(data["effect"]), data["run"]
    return model.Action(
        key=data["key"],
        title=data["title"].strip(),
        summary=data["summary"].strip(),
        entity=data["entity"],
        effect=effect,
        idempotent=data.get("idempotent", effect is model.Effect.READ),
        confirm=data.get("confirm", False),
        reversible=data.get("reversible", False),
        input={**data["input"], "additionalProperties": data["input"].get("additionalProperties", False)},
        output=_output(data["output"], definitions),
        membrane_action=run["action"].strip() if "action" in run else None,
        request=_request(run["request"]) if "request" in run else None,
        local=model.Local(**run["local"]) if "local" in run else None,
        fill=_fill(data["fill"]) if "fill" in data else None,
        target=_target(data["target"]) if "target" in data else None,
        find=model.Find(data["find"]["list"], data["find"].get("with", {})) if "find" in data else None,
        prepare=_prepare(data["prepare"]) if "prepare" in data else None,
        read_back=_read_back(data["read_back"]) if "read_back" in data else None,
        compare=data.get("compare", ""),
        proved_by=data.get("proved_by", ""),
        lookup={name: _lookup(entry) for name, entry in data.get("lookup", {}).items()},
        defaults={
            name: model.Default(entry["read"], entry["take"], entry.get("with", {}))
            for name, entry in data.get("defaults", {}).items()
        },
        page=_page(data["page"]) if "page" in data else None,
        errors=tuple(model.Remedy(error["remedy"].strip(), **error["when"]) for error in data.get("errors", [])),
        examples=tuple(model.Example(example["ask"].strip(), example["input"]) for example in data["examples"]),
        notes=_texts(data.get("notes", [])),
        sources=_texts(data["source"] if isinstance(data["source"], list) else [data["source"]]),
        inferred=data["confidence"] == "inferred",
        inferred_inputs=tuple(_inferred_inputs(data, definitions)) if "request" in run else (),
        rare=data.get("rare", False),
    )


def _inferred_inputs(data: dict[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is sent, members of objects too, and whose name or meaning the author concluded."""
    sent = properties_with_members(data["input"], definitions)
    for name, part in {**sent, **data.get("prepare", {}).get("makes", {})}.items():
        if part.get(ANNOTATION) == "inferred":
            yield name


def _sections(data: dict[str, Any]) -> tuple[model.Section, ...]:
    return tuple(
        model.Section(section["title"].strip(), section["text"].strip()) for section in data.get("sections", [])
    )


def _entity(key: str, data: dict[str, Any], actions: list[model.Action]) -> model.Entity:
    own = sorted((action for action in actions if action.entity == key), key=_reading_order)
    return model.Entity(key, data["title"].strip(), data["summary"].strip(), tuple(own), _sections(data))


def _page_of_its_own(key: str, data: dict[str, Any]) -> model.SkillPage:
    return model.SkillPage(key, data["title"].strip(), data["summary"].strip(), _sections(data))


def _recipe(data: dict[str, Any]) -> model.Recipe:
    return model.Recipe(data["ask"].strip(), _texts(data["calls"]), data.get("note", "").strip())


def _reading_order(action: model.Action) -> tuple[int, int, str]:
    """Sort reads before writes before destructive actions, each by its verb, then by its key."""
    verb = action.key.split("-", 1)[0]
    return _EFFECTS.index(action.effect), _VERBS.index(verb) if verb in _VERBS else len(_VERBS), action.key


def _texts(texts: list[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts)


def _app(data: dict[str, Any]) -> model.App:
    hosts = tuple(data.get("hosts", []))
    return model.App(
        data["name"].strip(), data["url"], data["cli"]["package"], data["cli"]["version"], data["docs"], hosts
    )


def _proxy(data: dict[str, Any]) -> model.ProxyRule:
    examples = tuple(
        model.ProxyExample(example["ask"].strip(), example["request"].strip()) for example in data.get("examples", [])
    )
    warnings = tuple(map(_warning, data.get("warnings", [])))
    return model.ProxyRule(tuple(data.get("forbid", [])), examples, warnings, tuple(data.get("headers", [])))


def _warning(data: dict[str, Any]) -> model.ProxyWarning:
    unless = tuple(data.get("unless_true", []))
    return model.ProxyWarning(data["method"], data["path"], data["says"].strip(), data.get("each", ""), unless)


def _output(data: dict[str, Any], definitions: Mapping[str, Any]) -> model.Output:
    file = data.get("file", False)
    return model.Output(
        data.get("schema", {}),
        data.get("items"),
        data.get("total"),
        tuple(data.get("show", [])),
        bool(file),
        data.get("id"),
        data.get("record", ""),
        tuple(file["types"]) if isinstance(file, dict) else (),
        codecs_of(data.get("schema", {}), definitions),
        row_fields(data, definitions),
        data.get("currency", ""),
        _minus(data["minus"]) if "minus" in data else None,
        model.FileData(**data["data"]) if "data" in data else None,
        _row_files(data["files"]) if "files" in data else None,
    )


def _minus(data: dict[str, Any]) -> model.Minus:
    return model.Minus(data["field"], tuple(data["values"]), tuple(data["of"]))


def _row_files(data: dict[str, Any]) -> model.RowFiles:
    return model.RowFiles(data["read"], data["with"], data["name"])


def _request(data: dict[str, Any]) -> model.Request:
    return model.Request(
        data["method"],
        data["path"],
        tuple(map(_query_part, data.get("query", []))),
        dict(data.get("headers", {})),
        body_template(data.get("body")),
        data.get("instead", "").strip(),
    )


def _query_part(part: str | dict[str, Any]) -> model.QueryPart:
    if isinstance(part, str):
        return model.QueryPart(part, part)
    source = "" if "const" in part else part.get("from", part["name"])
    return model.QueryPart(part["name"], source, part.get("style", "repeat"), part.get("const"))


def body_template(body: Any) -> Any:
    """Return the template of a body; a list of names is short for the object of these inputs."""
    names = isinstance(body, list) and all(isinstance(part, str) for part in body)
    return {"$inputs": body} if names else body


def _fill(data: dict[str, Any]) -> model.Fill:
    fields = data["fields"]
    return model.Fill(
        data["from"], data["with"], fields if isinstance(fields, dict) else {name: name for name in fields}
    )


def _target(data: dict[str, Any]) -> model.Target:
    show, each = tuple(data["show"]), data.get("each", "")
    return model.Target(data["read"], data.get("with", {}), data.get("match", {}), show, each)


def _prepare(data: dict[str, Any]) -> model.Prepare:
    reads = {name: model.KnownRead(entry["read"], entry["with"]) for name, entry in data.get("reads", {}).items()}
    return model.Prepare(data["call"], reads, data.get("makes", {}))


def _read_back(data: dict[str, Any]) -> model.ReadBack:
    texts = {name: data[name].strip() for name in ("remedy", "undo", "lacking") if name in data}
    return model.ReadBack(
        data["read"], data["with"], tuple(data.get("must", ())), awaited=data.get("awaited", False), **texts
    )


def _lookup(data: dict[str, Any]) -> model.Lookup:
    return model.Lookup(data["list"], tuple(data["by"]), data["take"], data.get("with", {}))


def _page(data: dict[str, Any]) -> model.Page:
    names = {
        name: data[name]
        for name in ("number", "size", "first", "offset", "cursor", "next", "last", "more")
        if name in data
    }
    return model.Page(**names, maximum=data.get("max"))
