"""Findings as text for people, JSON for machines, and annotations for a forge.

Source: design, section 3, `check`; GitLab, "Code Quality", the report's format.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from generator.domain.finding import Finding

_GITHUB_ESCAPES: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_GITHUB_PROPERTY_ESCAPES: Final = {**_GITHUB_ESCAPES, ":": "%3A", ",": "%2C"}
_GITLAB_SEVERITIES: Final = {"error": "major", "warning": "minor"}


def as_text(findings: Sequence[Finding], checked: int) -> str:
    """Return a line for each finding with its mend below, and a closing sentence."""
    lines = [
        f"{f.path}:{f.line}:{f.column} {f.code} {_field(f)}{f.message}\n    → {f.hint}"
        for f in findings
    ]
    return "\n".join([*lines, closing(findings, checked)])


def as_json(findings: Sequence[Finding], checked: int) -> str:
    """Return `{"checked": n, "findings": […]}`."""
    listed = [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "field": f.field,
            "code": f.code,
            "severity": f.severity,
            "message": f.message,
            "hint": f.hint,
        }
        for f in findings
    ]
    return json.dumps({"checked": checked, "findings": listed}, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], checked: int) -> str:
    """Return workflow commands, which the forge shows beside the lines of a pull request."""
    lines = [
        f"::{f.severity} file={_escaped(f.path, _GITHUB_PROPERTY_ESCAPES)},line={f.line},"
        f"col={f.column},title={f.code}::"
        + _escaped(f"{_field(f)}{f.message} → {f.hint}", _GITHUB_ESCAPES)
        for f in findings
    ]
    return "\n".join([*lines, closing(findings, checked)])


def as_gitlab(findings: Sequence[Finding], _checked: int) -> str:
    """Return a Code Quality report, which GitLab shows beside the lines of a merge request."""
    listed = [
        {
            "description": f"{f.code} {_field(f)}{f.message} → {f.hint}",
            "check_name": f.code,
            # What stays the same from one report to the next is the same finding to the forge.
            "fingerprint": sha256(
                "\0".join((f.path, str(f.line), str(f.column), f.code, f.field, f.message)).encode()
            ).hexdigest(),
            "severity": _GITLAB_SEVERITIES[f.severity],
            "location": {"path": f.path, "lines": {"begin": f.line}},
        }
        for f in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def closing(findings: Sequence[Finding], checked: int) -> str:
    """Return how many files were checked, and how many faults and warnings were found."""
    errors = sum(f.severity == "error" for f in findings)
    warnings = len(findings) - errors
    if not findings:
        return f"Đã kiểm tra {checked} tệp: không có lỗi."
    return f"Đã kiểm tra {checked} tệp: {errors} lỗi, {warnings} cảnh báo."


def _field(finding: Finding) -> str:
    return f"{finding.field}: " if finding.field else ""


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
