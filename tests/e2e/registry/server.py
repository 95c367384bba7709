"""A stand-in for the ClawHub registry on 127.0.0.1, which is also every program's proxy.

Its log holds all that was asked of anyone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import NamedTuple

from e2e.registry.catalog import Catalog
from e2e.registry.installing import installing
from e2e.registry.publishing import publishing
from flask import Flask, Response, abort, request
from werkzeug.serving import make_server


class Call(NamedTuple):
    """A request: its line as it was sent, and the status of the answer."""

    method: str
    target: str
    status: int


class Registry:
    """A running registry."""

    def __init__(self, catalog: Catalog, url: str, calls: list[Call]) -> None:
        """See `running`."""
        self.catalog = catalog
        self.url = url
        self.calls = calls

    def strangers(self) -> list[Call]:
        """Return the calls that were meant for another host, or for an endpoint that nobody knows."""
        return [call for call in self.calls if not call.target.startswith("/") or call.status == 404]


@contextmanager
def running() -> Iterator[Registry]:
    """Run a registry without a skill in it.

    Raises AssertionError in the end when anybody else was asked for anything.
    """
    catalog = Catalog()
    calls: list[Call] = []
    server = make_server("127.0.0.1", 0, _application(catalog, calls), threaded=True)
    registry = Registry(catalog, f"http://127.0.0.1:{server.port}", calls)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield registry
    finally:
        server.shutdown()
        thread.join()
    if strangers := registry.strangers():
        raise AssertionError(f"calls that no registry answers: {strangers}")


def _application(catalog: Catalog, calls: list[Call]) -> Flask:
    app = Flask("registry")
    app.register_blueprint(installing(catalog))
    app.register_blueprint(publishing(catalog))

    @app.before_request
    def refuse_other_hosts() -> None:
        if not request.environ["REQUEST_URI"].startswith("/"):
            abort(502, "no call leaves the machine")

    @app.after_request
    def log(response: Response) -> Response:
        calls.append(Call(request.method, request.environ["REQUEST_URI"], response.status_code))
        return response

    return app
