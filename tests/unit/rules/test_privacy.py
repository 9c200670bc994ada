"""Where anyone can read the repository, nothing internal is written; newer formats are not guessed."""

from dataclasses import replace

import pytest

from generator.rules import privacy
from tests.builders import leave, member, organisation, records, visit
from tests.unit.rules.told import told

REPOSITORY = {"forge": "github", "url": "https://example.vn"}
RECORDS = (
    member("an", leave=[leave("2019-01-01", "2019-01-02")], contact={"phone": "0912"}),
    member("binh"),
    visit(
        "2019-05-20",
        issues=[{"text": "a", "public_text": "b"}, {"text": "c", "outcome": "d"}],
        assignment={"number": "1", "date": "2019-05-19"},
        report={"submitted": "2019-05-25"},
        photos=[{"file": "2019/a.jpg", "caption": "b"}],
        internal={"note": "c"},
    ),
)


def test_everything_internal_is_told() -> None:
    some = records(organisation(repository={**REPOSITORY, "public": "true"}), *RECORDS)
    rest = (
        "Khóa nội bộ trong một kho mà ai cũng đọc được. "
        "→ Xóa khóa này khỏi bản ghi; phần nội bộ để ở kho riêng."
    )
    assert told(privacy.public_repositories_hold_nothing_internal, some) == [
        f"an leave: {rest}",
        f"an contact: {rest}",
        f"2019-05-20-ap-3 issues[0].text: {rest}",
        f"2019-05-20-ap-3 issues[1].text: {rest}",
        f"2019-05-20-ap-3 issues[1].outcome: {rest}",
        f"2019-05-20-ap-3 assignment: {rest}",
        f"2019-05-20-ap-3 internal: {rest}",
        (
            "2019-05-20-ap-3 photos[0].file: Ảnh chưa có đồng ý công khai trong một kho mà ai cũng "
            "đọc được. → Xóa ảnh khỏi kho; nếu người trong ảnh đã đồng ý thì ghi consent: true."
        ),
    ]


def test_a_photo_with_consent_may_stand_in_a_public_repository() -> None:
    agreed = visit("2019-05-20", photos=[{"file": "2019/a.jpg", "caption": "b", "consent": "true"}])
    some = records(organisation(repository={**REPOSITORY, "public": "true"}), agreed)
    assert told(privacy.public_repositories_hold_nothing_internal, some) == []


def test_a_private_repository_and_none_may_hold_everything() -> None:
    private = records(organisation(repository={**REPOSITORY, "public": "false"}), *RECORDS)
    for some in (private, records(*RECORDS), replace(private, organisation=None)):
        assert told(privacy.public_repositories_hold_nothing_internal, some) == []


NEWER, OLDER = "Cập nhật congtac lên phiên bản mới.", "Chạy congtac fmt để nâng lên."


@pytest.mark.parametrize(("version", "hint"), [(0, OLDER), (1, ""), (2, NEWER), (99, NEWER)])
def test_another_format_is_not_guessed_at(version: int, hint: str) -> None:
    found = told(privacy.the_format_is_known, records(organisation(schema_version=version)))
    message = (
        f"organisation schema_version: Bản ghi theo định dạng {version}, "
        f"còn phần mềm này đọc đến 1. → {hint}"
    )
    assert found == ([message] if hint else [])


def test_without_an_organisation_there_is_no_format() -> None:
    assert told(privacy.the_format_is_known, replace(records(), organisation=None)) == []
