"""A wrong call is told in Vietnamese, with exit code 2. Source: design, section 3."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Không có lệnh này. Các lệnh: build, check, diff, digest, draft, export, fmt, import, init, national, new, organisations, pack, publish, receive, schema, serve, summary.\nXem cách dùng: congtac --help\n"),
        (["check", "--formt", "x"], "Không có tùy chọn --formt. Ý bạn là --format?\nXem cách dùng: congtac check --help\n"),
        (["check", "--format", "x"], "--format: chọn một trong: text, json, github, gitlab.\nXem cách dùng: congtac check --help\n"),
        (["summary", "--year", "x"], "--year: phải là số nguyên.\nXem cách dùng: congtac summary --help\n"),
        (["build"], "Thiếu --out.\nXem cách dùng: congtac build --help\n"),
        (["init"], "Thiếu DIR.\nXem cách dùng: congtac init --help\n"),
        (["summary", "x"], "Không hiểu lời gọi: Got unexpected extra argument (x)\nXem cách dùng: congtac summary --help\n"),
        (
            ["--as-of", "2019-02-30", "check"],
            "--as-of: “2019-02-30” không phải là ngày; viết năm-tháng-ngày, ví dụ 2019-12-31.\nXem cách dùng: congtac --help\n",
        ),
    ],
)  # fmt: skip
def test_a_wrong_call(arguments: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == said
