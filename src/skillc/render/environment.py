"""The Jinja environment: an undefined name is an error, and there is one filter for each context."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from skillc.render import filters

FILTERS = (
    filters.one_line,
    filters.md_text,
    filters.md_block,
    filters.md_cell,
    filters.md_code,
    filters.yaml_scalar,
    filters.python_comment,
)


@cache
def environment() -> Environment:
    """Return the one environment. Jinja escapes for HTML only, so it is off, and the filters escape."""
    made = Environment(
        loader=PackageLoader("skillc.render"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - see above
    )
    made.filters.update({function.__name__: function for function in FILTERS})
    return made


def template(name: str) -> Template:
    """Return a template of the package."""
    return environment().get_template(name)
