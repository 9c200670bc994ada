"""Every kind of page that the site has, and one page of each: the longest, which shows the most."""

import re
from dataclasses import dataclass
from pathlib import Path

BOTH = ("public", "internal")


@dataclass(frozen=True)
class Kind:
    """Pages made alike: their addresses, whole, and a mark that tells them from pages beside them."""

    name: str
    address: str
    audiences: tuple[str, ...] = BOTH
    mark: str = ""
    required: bool = True

    def holds(self, address: str, html: str) -> bool:
        marks = {kind.mark for kind in KINDS if kind.mark}
        own = self.mark in html if self.mark else not any(mark in html for mark in marks)
        return own and re.fullmatch(self.address, address) is not None


_ID = "[^/]+"
_YEAR = r"\d{4}"
_STARTS = "uy-vien|ban-tham-muu|nguoi-viet-tin|ban-doc"

KINDS = (
    Kind("home", ""),
    Kind("members", "uy-vien/"),
    Kind("member", f"uy-vien/{_ID}/"),
    Kind("years", "ket-qua/"),
    Kind("year", f"ket-qua/{_YEAR}/"),
    Kind("month", rf"ket-qua/{_YEAR}/\d\d/"),
    Kind("visits", "chuyen-di/"),
    Kind("visit", f"chuyen-di/{_YEAR}/{_ID}/"),
    Kind("gone", ".*", mark="<title>Chuyến đi đã được rút lại"),
    Kind("gone article", ".*", mark="<title>Bài đã được gỡ", required=False),
    Kind("redirect", ".*", mark='http-equiv="refresh"'),
    Kind("units", "don-vi/"),
    Kind("unit", f"don-vi/{_ID}/"),
    Kind("brief", f"don-vi/{_ID}/truoc-khi-di/"),
    Kind("issues", "kien-nghi/"),
    Kind("due", "can-lam/", audiences=("internal",)),
    Kind("data", "du-lieu/"),
    Kind("plans", f"ke-hoach/{_YEAR}/"),
    Kind("news", "tin-tuc/"),
    Kind("article", f"tin-tuc/{_YEAR}/{_ID}/"),
    Kind("form", "gui-chuyen-di/"),
    Kind("editor", "admin/"),
    Kind("method", "cach-tinh/"),
    Kind("guide", "huong-dan/"),
    Kind("start page", f"huong-dan/({_STARTS})/"),
    Kind("guide page", f"huong-dan/(?!({_STARTS}|ma-loi|truong-du-lieu|du-lieu-ca-nhan)/){_ID}/"),
    Kind("personal data", "huong-dan/du-lieu-ca-nhan/"),
    Kind("codes", "huong-dan/ma-loi/"),
    Kind("code", r"huong-dan/ma-loi/[a-z]\d{3}/"),
    Kind("fields", "huong-dan/truong-du-lieu/"),
    Kind("not found", "404[.]html"),
)
CASES = [(audience, kind.name) for kind in KINDS if kind.required for audience in kind.audiences]
# What a redirect shows is the page that it leads to.
STAYING = [(audience, kind) for audience, kind in CASES if kind != "redirect"]


def pages(site: Path) -> dict[str, Path]:
    """Return every page of a built site by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): path
        for path in sorted(site.rglob("*.html"))
    }


def examples(site: Path, audience: str) -> dict[str, str]:
    """Return the address of the longest page of each kind; a page of no kind, or of two, fails."""
    longest: dict[str, tuple[int, str]] = {}
    for address, path in pages(site).items():
        html = path.read_text(encoding="utf-8")
        kinds = [kind.name for kind in KINDS if kind.holds(address, html)]
        assert len(kinds) == 1, f"{address} is of the kinds {kinds}: see tests/site/kinds.py"
        longest[kinds[0]] = max(longest.get(kinds[0], (0, "")), (len(html), address))
    expected = {kind.name for kind in KINDS if kind.required and audience in kind.audiences}
    assert expected <= longest.keys(), expected - longest.keys()
    return {kind: address for kind, (_, address) in longest.items()}
