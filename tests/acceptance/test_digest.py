"""`congtac digest` as its users call it. Source: issue *Site*, "Reminders"."""

from pathlib import Path

import pytest

from tests.builders import member, organisation, policy, records, visit, write
from tests.commands import called
from tests.unit.publish.test_digest_mail import Box, free_port, served


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with records of samples: one member has an address, one has none."""
    for name in ("CONGTAC_SMTP_FROM", "CONGTAC_SMTP_PASSWORD", "CONGTAC_DIGEST_TO"):
        monkeypatch.delenv(name, raising=False)
    held = records(
        organisation(demo=True, as_of="2020-03-15"),
        policy(),
        member("an", name="Lê Thị An", contact={"email": "an@example.vn"}),
        member("ba", name="Trần Văn Ba"),
        visit("2020-02-04"),
    )
    write(held, tmp_path / "records")
    return tmp_path


def test_text_goes_to_the_screen(tree: Path) -> None:
    ended = called("digest", "--member", "ba", cwd=tree)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "NỘI BỘ – DỮ LIỆU MẪU\n\nKính gửi đồng chí Trần Văn Ba,\n\n"
        "Trước hết: đi thêm 13 ngày để kịp tiến độ.\n\nTiến độ năm 2020:\n"
    )
    assert ended.out.endswith("Số liệu tính đến ngày 15/03/2020. Chỉ dùng trong cơ quan.\n")


def test_all_notes_follow_each_other_and_the_department_is_last(tree: Path) -> None:
    ended = called("digest", cwd=tree)
    assert (ended.code, ended.err) == (0, "")
    greetings = [line for line in ended.out.splitlines() if line.startswith("Kính gửi")]
    assert greetings == [
        "Kính gửi đồng chí Lê Thị An,",
        "Kính gửi đồng chí Trần Văn Ba,",
        "Kính gửi các đồng chí theo dõi đi cơ sở,",
    ]
    assert ended.out.count("\n――――――――\n\n") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--member", "la"), "Không có Ủy viên “la”.\n"),
        (
            ("--out", "thu", "--smtp", "smtp://127.0.0.1"),
            "Chỉ dùng một trong --out và --smtp.\n",
        ),
        (
            ("--smtp", "smtp://127.0.0.1", "--format", "text"),
            "--format mail đi với --out hoặc --smtp; --smtp không đi với --format text.\n",
        ),
        (
            ("--smtp", "127.0.0.1:25"),
            "--smtp phải là smtp://máy-chủ:cổng hoặc smtps://máy-chủ:cổng.\n",
        ),
        (
            ("--smtp", "smtp://127.0.0.1"),
            "Đặt biến môi trường CONGTAC_SMTP_FROM là địa chỉ thư của người gửi.\n",
        ),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    tree: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = called("digest", *arguments, cwd=tree)
    assert (ended.code, ended.out, ended.err) == (2, "", said)
    assert not (tree / "thu").exists()


def test_unsound_records_give_no_note(tree: Path) -> None:
    (tree / "records/visits/2020/2020-02-04-an-truong.yml").write_text("date: [\n")
    ended = called("digest", "--out", "thu", cwd=tree)
    assert ended.code == 1
    assert "Traceback" not in ended.err + ended.out
    assert not (tree / "thu").exists()


class TestFiles:
    def test_who_has_no_address_is_named(self, tree: Path) -> None:
        ended = called("digest", "--out", "thu", "--to", "ban@example.vn", cwd=tree)
        assert (ended.code, ended.out, ended.err) == (
            1,
            "Đã viết 2 thư: Lê Thị An, Bộ phận theo dõi đi cơ sở.\n",
            "Chưa có thư cho: Trần Văn Ba (chưa có địa chỉ thư).\n",
        )
        assert sorted(each.name for each in (tree / "thu").iterdir()) == ["_co-quan.eml", "an.eml"]

    def test_plain_text_needs_no_address(self, tree: Path) -> None:
        ended = called("digest", "--out", "thu", "--format", "text", cwd=tree)
        assert (ended.code, ended.out, ended.err) == (
            0,
            "Đã viết 3 thư: Lê Thị An, Trần Văn Ba, Bộ phận theo dõi đi cơ sở.\n",
            "",
        )
        said = called("digest", "--member", "ba", cwd=tree).out
        assert (tree / "thu/ba.txt").read_bytes() == said.encode()

    def test_twice_gives_the_same_bytes(self, tree: Path) -> None:
        for folder in ("mot", "hai"):
            called("digest", "--out", folder, "--to", "ban@example.vn", cwd=tree)
        first, second = (
            {each.name: each.read_bytes() for each in (tree / folder).iterdir()}
            for folder in ("mot", "hai")
        )
        assert first == second
        assert len(first) == 2


@pytest.fixture
def named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the same folder; the environment says who sends, and where the department reads."""
    monkeypatch.setenv("CONGTAC_SMTP_FROM", "so@example.vn")
    monkeypatch.setenv("CONGTAC_DIGEST_TO", "ban@example.vn")
    return tree


class TestServer:
    def test_letters_are_sent_and_the_rest_is_named(self, named: Path) -> None:
        with served(Box()) as (box, port):
            ended = called("digest", "--smtp", f"smtp://127.0.0.1:{port}", cwd=named)
        assert (ended.code, ended.out, ended.err) == (
            1,
            "Đã gửi 2 thư: Lê Thị An, Bộ phận theo dõi đi cơ sở.\n",
            "Chưa có thư cho: Trần Văn Ba (chưa có địa chỉ thư).\n",
        )
        assert box.to == [["an@example.vn"], ["ban@example.vn"]]

    def test_samples_do_not_leave_this_machine(self, named: Path) -> None:
        ended = called("digest", "--smtp", "smtp://thu.example", cwd=named)
        assert (ended.code, ended.out, ended.err) == (
            1,
            "",
            "Đây là dữ liệu mẫu (demo: true) nên không gửi thư ra ngoài máy này.\n",
        )

    def test_a_server_that_is_down(self, named: Path) -> None:
        port = free_port()
        ended = called("digest", "--smtp", f"smtp://127.0.0.1:{port}", cwd=named)
        said = f"Không kết nối được với máy chủ thư 127.0.0.1:{port}; chưa gửi thư nào.\n"
        assert (ended.code, ended.out, ended.err) == (2, "", said)
