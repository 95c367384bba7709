"""What is written for each target, all of it from the model: `{path: bytes}` below the folder of the target."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import PureWindowsPath

from skillc.model import Skill
from skillc.pack.archives import tar_gz_archive, zip_archive
from skillc.pack.manifest import SUMS, json_bytes, sha256, sums
from skillc.pack.target import PackTarget
from skillc.render.environment import template
from skillc.shared import page_line, variable_name

Files = dict[str, bytes]
WELL_KNOWN = ".well-known/agent-skills"
AGENTS_FOLDER = ".agents/skills"
INDEX_SCHEMA = "https://schemas.agentskills.io/discovery/0.2.0/schema.json"


def product(target: PackTarget, skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Return what `target` takes, made of the `files` of the packed skill."""
    make = {
        PackTarget.SKILL: _skill,
        PackTarget.CLAUDE_AI: _claude_ai,
        PackTarget.CLAUDE_PLUGIN: _claude_plugin,
        PackTarget.AGENTS_MD: _agents_md,
        PackTarget.WELL_KNOWN: _well_known,
    }
    return make[target](skill, files)


def _skill(skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Return the folder and two archives: registries take the zip, with SKILL.md at its root.

    The tar unpacks to the folder.
    """
    folder, release = _below(skill.name, files), f"{skill.name}-{skill.version}"
    archives = {f"{release}.zip": zip_archive(files), f"{release}.tar.gz": tar_gz_archive(folder)}
    return {**folder, **archives, SUMS: sums(archives)}


def install_lines(target: PackTarget, skill: Skill, place: str) -> list[str]:
    """Return what a user types, or does, to install what was packed into the folder `place`."""
    local = place if place.startswith("/") or PureWindowsPath(place).is_absolute() else f"./{place}"
    return {
        PackTarget.SKILL: [page_line(["npx", "skills", "add", f"{local}/{skill.name}"])],
        PackTarget.CLAUDE_AI: [
            f"upload {place}/{skill.name}-{skill.version}.zip in the settings of claude.ai, under Skills"
        ],
        PackTarget.CLAUDE_PLUGIN: [
            page_line(["claude", "plugin", "marketplace", "add", local]),
            page_line(["claude", "plugin", "install"]) + f" {skill.name}@{skill.name}",
        ],
        PackTarget.AGENTS_MD: [f"copy AGENTS.md and .agents from {place} into a project"],
        PackTarget.WELL_KNOWN: [f"serve {place} as the root of a web site; then: npx skills add https://your.site"],
    }[target]


def _claude_ai(skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Source of the form: https://support.claude.com/en/articles/12512198, a folder of the skill's name in a zip."""
    archives = {f"{skill.name}-{skill.version}.zip": zip_archive(_below(skill.name, files))}
    return {**archives, SUMS: sums(archives)}


def _claude_plugin(skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Return a marketplace that offers one plugin, and the plugin.

    Sources of the forms: https://code.claude.com/docs/en/plugins/manifest-reference and marketplace-reference.
    """
    about = {"name": skill.name, "version": skill.version, "description": skill.description, "license": skill.license}
    optional = {"author": skill.author and {"name": skill.author}, "homepage": skill.homepage}
    manifest = json_bytes(about | {key: value for key, value in optional.items() if value})
    readme = template("plugin.md.jinja").render(skill=skill).encode()
    plugin = {".claude-plugin/plugin.json": manifest, "README.md": readme, **_below(f"skills/{skill.name}", files)}
    entry = {"name": skill.name, "source": f"./{skill.name}", "description": skill.description}
    marketplace = {
        "name": skill.name,
        "owner": {"name": skill.author or skill.title},
        "metadata": {"description": f"{skill.title}, as a plugin", "version": skill.version},
        "plugins": [{**entry, "version": skill.version}],
    }
    return {".claude-plugin/marketplace.json": json_bytes(marketplace), **_below(skill.name, plugin)}


def _agents_md(skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Return eight lines for a project's AGENTS.md, and the skill where Codex and others look for it: https://agents.md."""
    folder = f"{AGENTS_FOLDER}/{skill.name}"
    snippet = template("agents.md.jinja").render(skill=skill, folder=folder, own=partial(variable_name, skill.name))
    return {"AGENTS.md": snippet.encode(), **_below(folder, files)}


def _well_known(skill: Skill, files: Mapping[str, bytes]) -> Files:
    """Source of the form: https://github.com/cloudflare/agent-skills-discovery-rfc, version 0.2.0."""
    archive, name = zip_archive(files), f"{skill.name}-{skill.version}.zip"
    entry = {
        "name": skill.name,
        "type": "archive",
        "description": skill.description,
        "url": name,
        "digest": f"sha256:{sha256(archive)}",
    }
    index = {"$schema": INDEX_SCHEMA, "skills": [entry]}
    return _below(WELL_KNOWN, {"index.json": json_bytes(index), name: archive})


def _below(folder: str, files: Mapping[str, bytes]) -> Files:
    return {f"{folder}/{path}": content for path, content in files.items()}
