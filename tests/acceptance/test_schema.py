"""`congtac schema`: what is derived from the models is in git and up to date."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, congtac

NAMES = ("organisation", "units", "activities", "members", "policies", "plans", "visits")
OWN = (
    ".vscode", "generator/submit/schemas", "generator/submit/templates", "generator/web/src/form",
    "mkdocs.yml", ".ci", ".forgejo", ".github", ".gitlab", ".gitlab-ci.yml", "requirements",
    "records/activities.yml", "records/organisation.yml", "records/units.yml", "records/members",
)  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The derived files of this repository, and what they are told apart by."""
    for name in OWN:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    return tmp_path


def test_the_derived_files_of_this_repository_are_up_to_date() -> None:
    ended = congtac("schema", "--check")
    assert (ended.code, ended.err) == (0, ""), ended.out
    assert ended.out == "39 tệp suy ra từ mô hình đều đúng.\n"


def test_stale_files_are_named_and_then_made_anew(checkout: Path) -> None:
    changed = checkout / "generator/submit/schemas/visits.schema.json"
    changed.write_text("{}\n")
    (checkout / "generator/submit/schemas/plans.schema.json").unlink()
    gone = checkout / "generator/submit/schemas/feelings.schema.json"
    gone.write_text("{}\n")
    ended = congtac("schema", "--check", cwd=checkout)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "generator/submit/schemas/feelings.schema.json: không còn khớp với mô hình.\n"
        "generator/submit/schemas/plans.schema.json: không còn khớp với mô hình.\n"
        "generator/submit/schemas/visits.schema.json: không còn khớp với mô hình.\n"
        "Chạy congtac schema.\n"
    )
    assert changed.read_text() == "{}\n", "checking writes nothing"
    assert congtac("schema", cwd=checkout).code == 0
    assert not gone.exists()
    assert changed.read_bytes() == (ROOT / changed.relative_to(checkout)).read_bytes()
    assert congtac("schema", "--check", cwd=checkout).code == 0


def test_the_frame_of_init_follows_that_of_the_site(checkout: Path) -> None:
    frame = checkout / "mkdocs.yml"
    frame.write_text(frame.read_text().replace("toc_depth: 2-3", "toc_depth: 2-4"))
    ended = congtac("schema", cwd=checkout)
    assert ended.out == "Đã làm mới generator/submit/templates/init/mkdocs.yml.\n"
    template = (checkout / "generator/submit/templates/init/mkdocs.yml").read_text()
    assert "toc_depth: 2-4" in template
    assert "custom_dir" not in template
    assert "developers" not in template


def test_elsewhere_the_schemas_lie_with_the_editor_and_its_other_settings_stay(
    tmp_path: Path,
) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.rulers": [100], "yaml.schemas": {"old.json": "*.yml"}}')
    assert congtac("schema", cwd=tmp_path).code == 0
    written = json.loads(settings.read_text())
    assert written["editor.rulers"] == [100]
    assert (
        written["yaml.schemas"]["./.vscode/schemas/visits.schema.json"] == "records/visits/*/*.yml"
    )
    assert len(written["yaml.schemas"]) == len(NAMES), "articles are no YAML files"
    made = sorted(file.name for file in (tmp_path / ".vscode/schemas").iterdir())
    assert made == sorted(f"{name}.schema.json" for name in NAMES)
    assert not (tmp_path / "generator").exists()
    assert congtac("schema", "--check", cwd=tmp_path).code == 0


@pytest.mark.parametrize("text", ["{ // chú thích\n}", "[]"])
def test_settings_that_are_no_plain_json_are_not_overwritten(tmp_path: Path, text: str) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text(text)
    ended = congtac("schema", cwd=tmp_path)
    assert (ended.code, ended.err) == (
        1,
        ".vscode/settings.json không phải là JSON thuần nên không ghi thêm được; sửa hoặc xóa tệp.\n",
    )
    assert settings.read_text() == text
    assert not (tmp_path / ".vscode/schemas").exists()


def test_a_new_member_is_no_fault_of_the_names_that_the_editor_offers(checkout: Path) -> None:
    member = "name: Lê Văn Mới\nterms:\n  - position: Ủy viên\n    department: Ban Phong trào\n"
    member += "    full_time: true\n    from: 2020-01-01\n"
    (checkout / "records/members/le-van-moi.yml").write_text(member)
    ended = congtac("schema", "--check", cwd=checkout)
    assert ended.code == 0
    assert ended.out == (
        ".vscode/schemas/plans.schema.json: chưa có những tên mới của bản ghi.\n"
        ".vscode/schemas/visits.schema.json: chưa có những tên mới của bản ghi.\n"
        "Chạy congtac schema.\n"
    )
    assert congtac("schema", cwd=checkout).code == 0
    schema = json.loads((checkout / ".vscode/schemas/visits.schema.json").read_text())
    offered = schema["properties"]["members"]["items"]
    names = dict(zip(offered["enum"], offered["markdownEnumDescriptions"], strict=True))
    assert names["le-van-moi"] == "Lê Văn Mới, Ủy viên, Ban Phong trào, từ 01/01/2020"
    published = (checkout / "generator/submit/schemas/visits.schema.json").read_text()
    assert "le-van-moi" not in published
    assert congtac("schema", "--check", cwd=checkout).code == 0


def test_what_the_editors_recommend_and_map_besides_stays(tmp_path: Path) -> None:
    extensions = tmp_path / ".vscode/extensions.json"
    extensions.parent.mkdir()
    extensions.write_text('{"recommendations": ["a.b"], "unwantedRecommendations": ["c.d"]}')
    assert congtac("schema", cwd=tmp_path).code == 0
    assert json.loads(extensions.read_text()) == {
        "recommendations": ["a.b", "redhat.vscode-yaml"],
        "unwantedRecommendations": ["c.d"],
    }
    assert congtac("schema", "--check", cwd=tmp_path).code == 0
