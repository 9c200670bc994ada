"""Findings as text, as JSON and as annotations of the forges, whole outputs."""

import json
from hashlib import sha256

from generator.domain.finding import Finding
from generator.present.findings import as_github, as_gitlab, as_json, as_text, closing

ERROR = Finding(
    "records/a,b:c.yml", 3, "S004", 5, "issues[0].due", "error", "Không có 50% ngày.", "Dòng\nhai."
)
WARNING = Finding("records/d.yml", 1, "T003", 1, "", "warning", "Dấu rời.", "Chạy congtac fmt.")


def test_as_text() -> None:
    assert as_text([ERROR, WARNING], 7) == (
        "records/a,b:c.yml:3:5 S004 issues[0].due: Không có 50% ngày.\n"
        "    → Dòng\nhai.\n"
        "records/d.yml:1:1 T003 Dấu rời.\n"
        "    → Chạy congtac fmt.\n"
        "Đã kiểm tra 7 tệp: 1 lỗi, 1 cảnh báo."
    )


def test_as_json() -> None:
    assert json.loads(as_json([ERROR, WARNING], 7)) == {
        "checked": 7,
        "findings": [
            {
                "path": "records/a,b:c.yml",
                "line": 3,
                "column": 5,
                "field": "issues[0].due",
                "code": "S004",
                "severity": "error",
                "message": "Không có 50% ngày.",
                "hint": "Dòng\nhai.",
            },
            {
                "path": "records/d.yml",
                "line": 1,
                "column": 1,
                "field": "",
                "code": "T003",
                "severity": "warning",
                "message": "Dấu rời.",
                "hint": "Chạy congtac fmt.",
            },
        ],
    }
    assert json.loads(as_json([], 0)) == {"checked": 0, "findings": []}


def test_as_github_escapes_what_means_something_there() -> None:
    assert as_github([ERROR, WARNING], 7) == (
        "::error file=records/a%2Cb%3Ac.yml,line=3,col=5,title=S004::"
        "issues[0].due: Không có 50%25 ngày. → Dòng%0Ahai.\n"
        "::warning file=records/d.yml,line=1,col=1,title=T003::Dấu rời. → Chạy congtac fmt.\n"
        "Đã kiểm tra 7 tệp: 1 lỗi, 1 cảnh báo."
    )


def test_the_closing_sentence_counts() -> None:
    assert closing([], 3) == "Đã kiểm tra 3 tệp: không có lỗi."
    assert closing([WARNING], 3) == "Đã kiểm tra 3 tệp: 0 lỗi, 1 cảnh báo."
    assert closing([ERROR, ERROR], 3) == "Đã kiểm tra 3 tệp: 2 lỗi, 0 cảnh báo."


def test_as_gitlab_is_a_code_quality_report() -> None:
    first, second = (
        sha256(text.encode()).hexdigest()
        for text in (
            "records/a,b:c.yml\0003\0005\0S004\0issues[0].due\0Không có 50% ngày.",
            "records/d.yml\0001\0001\0T003\0\0Dấu rời.",
        )
    )
    assert json.loads(as_gitlab([ERROR, WARNING], 7)) == [
        {
            "description": "S004 issues[0].due: Không có 50% ngày. → Dòng\nhai.",
            "check_name": "S004",
            "fingerprint": first,
            "severity": "major",
            "location": {"path": "records/a,b:c.yml", "lines": {"begin": 3}},
        },
        {
            "description": "T003 Dấu rời. → Chạy congtac fmt.",
            "check_name": "T003",
            "fingerprint": second,
            "severity": "minor",
            "location": {"path": "records/d.yml", "lines": {"begin": 1}},
        },
    ]
    assert json.loads(as_gitlab([], 0)) == []
