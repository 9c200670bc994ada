"""What a run did, or would do, in lines for whoever started it.

Source: shared wording; issue *News*, Publishing (dry run, clear verdict).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.publish.wordpress.diff import LABELS
from generator.publish.wordpress.outcome import Done, Outcome, Told
from generator.publish.wordpress.preflight import Preflight

_NO_VERSION: Final = "không rõ phiên bản"
_FOUND: Final[dict[Told, str]] = {
    "new": "MỚI",
    "unchanged": "KHÔNG ĐỔI",
    "ours": "SỔ ĐÃ ĐỔI",
    "theirs": "TRANG WEB ĐÃ SỬA",
    "both": "HAI BÊN CÙNG SỬA",
    "trashed": "TRONG THÙNG RÁC",
    "deleted": "ĐÃ BỊ XÓA",
    "foreign": "TRÙNG ĐƯỜNG DẪN",
    "duplicate": "CÓ NHIỀU BẢN",
    "withdraw": "BÀI ĐÃ GỠ",
    "gone": "ĐÃ GỠ XONG",
    "unknown": "CHƯA RÕ",
    "failed": "CHƯA ĐƯỢC",
}
_DONE: Final[dict[Done, str]] = {
    "created": "đã tạo bản nháp",
    "updated": "đã sửa trên trang web theo sổ",
    "recreated": "đã tạo lại bản nháp",
    "published": "đã đăng",
    "withdrawn": "đã bỏ vào thùng rác của trang web",
}
_WOULD: Final[dict[Done, str]] = {
    "created": "sẽ tạo bản nháp",
    "updated": "sẽ sửa trên trang web theo sổ",
    "recreated": "sẽ tạo lại bản nháp",
    "published": "sẽ đăng",
    "withdrawn": "sẽ bỏ vào thùng rác của trang web",
}
_LEFT: Final[dict[Told, str]] = {
    "theirs": "giữ nguyên bản trên trang web; muốn lấy lại bản của sổ thì thêm --force {0}",
    "both": (
        "chưa ghi gì; đưa phần sửa trên trang web vào sổ rồi chạy lại, hoặc thêm --force {0} để "
        "ghi đè bằng bản của sổ"
    ),
    "trashed": (
        "có người đã bỏ bài vào thùng rác; nếu đúng là thôi đăng, đổi status của bài thành "
        "withdrawn, còn muốn đăng lại thì thêm --force {0}"
    ),
    "deleted": (
        "có người đã xóa hẳn bài; nếu đúng là thôi đăng, đổi status của bài thành withdrawn, còn "
        "muốn tạo lại thì thêm --force {0}"
    ),
    "foreign": (
        "đường dẫn này thuộc về một bài khác trên trang web (số {1}); đổi đường dẫn của bài đó, "
        "hoặc đổi tên tệp của bài này"
    ),
    "duplicate": "các bài số {1} cùng mang dấu của bài này; giữ một bài, bỏ các bài kia",
}
MORE: Final = 60
"""How many lines of what differs are shown of one article."""


def printable(line: str) -> str:
    """Return the line with a mark for whatever would give orders to a terminal.

    What a website calls itself, its posts and its addresses comes from others.
    """
    return "".join(each if each.isprintable() else "\ufffd" for each in line)


def preflight_lines(seen: Preflight, address: str) -> Iterator[str]:
    """Yield what was seen of the website and the account, the verdict last."""
    version = f"WordPress {seen.version}" if seen.version else _NO_VERSION
    named = f"{seen.name}, " if seen.name else ""
    yield f"Trang web: {named}{address} ({version}, múi giờ {seen.zone})."
    yield from (f"Lưu ý: {each}" for each in seen.warnings)
    yield from (f"Chưa được: {each}" for each in seen.faults)
    if not seen.faults:
        yield f"Tài khoản “{seen.user}” đủ quyền."


def outcome_lines(each: Outcome, *, dry: bool) -> Iterator[str]:
    """Yield the lines of an article, if there is something to say of it."""
    happens = each.done or each.would
    still = each.verdict == "unchanged" and not (happens or each.notes or each.slug)
    if each.verdict == "gone" or still:
        return
    titled = f" – {each.title}" if each.title else ""
    yield f"{_FOUND[each.verdict]}  {each.article}{titled}"
    if each.figures and not each.done:
        read = "bài đã đăng" if each.live else "bản nháp trên trang web"
        yield f"  lời bài không đổi, nhưng số liệu lấy từ sổ đã khác: {read} còn ghi số cũ"
    if each.ours and each.verdict in ("ours", "both"):
        yield f"  khác nhau ở: {_fields(each.ours)}"
    if each.theirs:
        yield f"  đã sửa trên trang web: {_fields(each.theirs)}"
    yield from (f"  {told}" for told in _what_happens(each))
    if each.slug:
        yield f"  lưu ý: đường dẫn trên trang web là “{each.slug}”"
    if each.altered:
        yield f"  lưu ý: trang web tự sửa khi lưu: {_fields(each.altered)}"
    yield from (f"  lưu ý: {note}" for note in each.notes)
    if each.link:
        yield f"  {each.link}"
    if dry or each.verdict in ("both", "theirs"):
        yield from (f"    {line}" for line in each.diff[:MORE])
        if len(each.diff) > MORE:
            yield f"    … và {len(each.diff) - MORE} dòng nữa"


def _what_happens(each: Outcome) -> Iterator[str]:
    if each.done:
        yield ", ".join(_DONE[one] for one in each.done)
    elif each.would:
        photos = f", tải lên {each.photos} ảnh" if each.photos else ""
        then = " rồi đăng" if each.would[1:] else ""
        yield _WOULD[each.would[0]] + photos + then
    elif each.verdict in _LEFT:
        numbers = ", ".join(map(str, each.numbers))
        yield _LEFT[each.verdict].format(each.article, numbers)


def _fields(names: Iterable[str]) -> str:
    return ", ".join(LABELS[name] for name in names)
