"""What the registry says of a release's safety. Seen to be required by openclaw 2026.9.6, by running it."""

from __future__ import annotations

from typing import Any

from e2e.registry.catalog import OWNER, PUBLISHED_AT, Release


def security_verdict(release: Release, base: str) -> dict[str, Any]:
    """Return the item of `POST /api/v1/skills/-/security-verdicts`.

    `openclaw` refuses one that does not echo the request, or without `overview` or `securityAuditUrl`.
    """
    return {
        **_judgement(release),
        "requestedSlug": release.slug,
        "requestedVersion": release.version,
        "overview": f"Scanned by the tests: {release.verdict}.",
        "securityAuditUrl": f"{_page(release, base)}/security-audit?version={release.version}",
        "skillUrl": _page(release, base),
    }


def verification(release: Release, base: str, resolved_from: str) -> dict[str, Any]:
    """Return the answer of `GET /api/v1/skills/{slug}/verify`; ApiV1SkillVerifyResponseSchema in clawhub 0.23.3."""
    return {
        **_judgement(release),
        "schema": "clawhub.skill.verify.v1",
        "pageUrl": _page(release, base),
        "publisherProfileUrl": f"{base}/{OWNER}",
        "resolvedFrom": resolved_from,
        "tag": None,
        "card": None,
        "artifact": None,
        "provenance": None,
        "signature": None,
    }


def _judgement(release: Release) -> dict[str, Any]:
    clean = release.verdict == "clean"
    return {
        "ok": clean,
        "decision": "pass" if clean else "fail",
        "reasons": [] if clean else [f"scan:{release.verdict}"],
        "slug": release.slug,
        "version": release.version,
        "displayName": release.slug.title(),
        "publisherHandle": OWNER,
        "publisherDisplayName": OWNER.title(),
        "createdAt": PUBLISHED_AT,
        "security": {"status": release.verdict, "passed": clean, "checkedAt": PUBLISHED_AT},
    }


def _page(release: Release, base: str) -> str:
    return f"{base}/{OWNER}/skills/{release.slug}"
