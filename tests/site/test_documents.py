"""The documents of the sample records, as LibreOffice turns them into pages."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from tests.site.conftest import ROOT, congtac

SUBJECTS: dict[str, tuple[str, ...]] = {
    "bao-cao": ("--period", "2019"),
    "phieu": ("--period", "2019", "--member", "chau-thi-yen-ngan"),
    "chuyen-di": (
        "--visit",
        min(each.stem for each in (ROOT / "records/visits/2019").glob("*.yml")),
    ),
    "dang-ky": ("--plan", "2019", "--member", "kim-hoang-rang"),
}
SAID = {
    "bao-cao": ("Tổng số ngày công tác cơ sở: 785 ngày", "trung bình mỗi đồng chí", "PHỤ LỤC", "TM. BAN THƯỜNG VỤ"),
    "phieu": ("PHIẾU CÁ NHÂN", "Châu Thị Yến Ngân", "XÁC NHẬN CỦA ĐƠN VỊ"),
    "chuyen-di": ("BÁO CÁO", "Tóm tắt nội dung làm việc", "NGƯỜI BÁO CÁO"),
    "dang-ky": ("BẢN ĐĂNG KÝ", "Kim Hoàng Rạng", "NGƯỜI ĐĂNG KÝ"),
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four kinds of document as PDF, in one folder."""
    folder = tmp_path_factory.mktemp("documents")
    for name, subject in SUBJECTS.items():
        out = str(folder / f"{name}.docx")
        done = congtac("export", "docx", *subject, "--out", out, "--audience", "internal")
        assert done.returncode == 0, done.stderr
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder)),
            *(str(folder / f"{name}.docx") for name in SUBJECTS),
        ],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.mark.parametrize("name", SUBJECTS)
def test_libreoffice_makes_a4_pages_of_every_letter(pages: Path, name: str) -> None:
    pdf = str(pages / f"{name}.pdf")
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in info
    told = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
    text = " ".join(told.stdout.split())
    for words in (*SAID[name], "ĐOÀN TNCS HỒ CHÍ MINH", "DỰ THẢO · NỘI BỘ · DỮ LIỆU MẪU"):
        assert words in text, words


def test_the_annex_agrees_with_the_plain_records(pages: Path) -> None:
    """Days counted anew from plain YAML: distinct dates of counting kinds, in 2019."""
    days = _days_of_2019()
    rows = Document(str(pages / "bao-cao.docx")).tables[-1].rows
    names = {_plain(file)["name"]: file.stem for file in (ROOT / "records/members").glob("*.yml")}
    found = {names[row.cells[1].text]: int(row.cells[3].text) for row in rows[1:-2]}
    assert found == {member: len(days[member]) for member in found}
    assert (len(found), sum(found.values())) == (13, 785)
    assert [row.cells[3].text for row in rows[-2:]] == ["785", "60,4"]


def _days_of_2019() -> dict[str, set[str]]:
    kinds = _plain(ROOT / "records/activities.yml")["kinds"]
    counting = {kind["id"] for kind in kinds if kind["counts"] == "true"}
    days: dict[str, set[str]] = {}
    for file in (ROOT / "records/visits").glob("*/*.yml"):
        visit = _plain(file)
        if visit["kind"] not in counting or "withdrawn" in visit:
            continue
        first = date.fromisoformat(visit["date"])
        last = date.fromisoformat(visit.get("end_date", visit["date"]))
        every = [str(first + timedelta(n)) for n in range((last - first).days + 1)]
        own = {each["member"]: each["dates"] for each in visit.get("attendance", [])}
        for member in visit["members"]:
            held = own.get(member, every)
            days.setdefault(member, set()).update(day for day in held if day.startswith("2019"))
    return days


def _plain(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
