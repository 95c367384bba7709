"""The registry's endpoints for people who install.

Source: openclaw 2026.9.6, src/infra/clawhub-skills.ts, seen by running it.
"""

from __future__ import annotations

from e2e.registry.catalog import Catalog, Release
from e2e.registry.verdicts import security_verdict, verification
from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue


def installing(catalog: Catalog) -> Blueprint:
    """Return the endpoints over a catalog."""
    routes = Blueprint("installing", __name__)

    def wanted(slug: str, version: str | None = None) -> Release:
        return catalog.find(slug, version) or abort(404, "Skill not found")

    @routes.get("/api/v1/skills/<slug>/install")
    def resolve_install(slug: str) -> ResponseReturnValue:
        version = wanted(slug).version
        url = f"{request.host_url}api/v1/download?slug={slug}&version={version}"
        return {"ok": True, "slug": slug, "installKind": "archive", "archive": {"version": version, "downloadUrl": url}}

    @routes.post("/api/v1/skills/-/security-verdicts")
    def judge() -> ResponseReturnValue:
        releases = [wanted(item["slug"], item["version"]) for item in request.get_json()["items"]]
        return {"items": [security_verdict(release, request.host_url.rstrip("/")) for release in releases]}

    @routes.get("/api/v1/download")
    def download() -> ResponseReturnValue:
        return Response(wanted(request.args["slug"], request.args["version"]).archive, mimetype="application/zip")

    @routes.get("/api/v1/skills/<slug>/verify")
    def verify(slug: str) -> ResponseReturnValue:
        version = request.args.get("version")
        return verification(wanted(slug, version), request.host_url.rstrip("/"), "version" if version else "latest")

    return routes
