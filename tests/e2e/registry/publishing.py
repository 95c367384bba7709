"""The registry's endpoints for publishers.

Source: clawhub 0.23.3, dist/cli/commands/publish.js and dist/schema, seen by running it.
"""

from __future__ import annotations

import hashlib

from e2e.registry.catalog import OWNER, Catalog, Release
from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

TOKEN = "clh_of_the_tests"  # noqa: S105 - opens nothing but the stand-in


def publishing(catalog: Catalog) -> Blueprint:
    """Return the endpoints over a catalog."""
    routes = Blueprint("publishing", __name__)
    stored: dict[str, bytes] = {}

    def require_login() -> None:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            abort(401, "Unauthorized")

    @routes.get("/api/v1/whoami")
    def whoami() -> ResponseReturnValue:
        require_login()
        return {"user": {"handle": OWNER}}

    @routes.get("/api/v1/resolve")
    def resolve() -> ResponseReturnValue:
        releases = catalog.releases(request.args["slug"]) or abort(404, "Skill not found")
        same = [release for release in releases if release.fingerprint == request.args["hash"]]
        return {
            "match": {"version": same[0].version} if same else None,
            "latestVersion": {"version": releases[0].version},
        }

    @routes.post("/api/v1/skills/-/upload-url")
    def announce_upload() -> ResponseReturnValue:
        require_login()
        digest = request.get_json()["sha256"]
        return {"uploadUrl": f"{request.host_url}uploads/{digest}", "uploadTicket": f"ticket-{digest}"}

    @routes.post("/uploads/<digest>")
    def upload(digest: str) -> ResponseReturnValue:
        content = request.get_data()
        if hashlib.sha256(content).hexdigest() != digest:
            abort(400, "the bytes are not those that were announced")
        stored[digest] = content
        return {"storageId": digest}

    @routes.post("/api/v1/skills")
    def publish() -> ResponseReturnValue:
        require_login()
        wish = request.get_json()
        if not wish["acceptLicenseTerms"] or catalog.find(wish["slug"], wish["version"]):
            abort(400, "the licence terms are not accepted, or the version exists already")
        files = {file["path"]: stored[file["storageId"]] for file in wish["files"]}
        catalog.add(Release(wish["slug"], wish["version"], files))
        return {"ok": True, "skillId": wish["slug"], "versionId": wish["version"], "publicationStatus": "published"}

    return routes
