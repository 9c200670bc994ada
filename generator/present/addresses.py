"""The address of everything that has a page; addresses are permanent.

Source: design, section 4. All count from the root, without a leading slash.
"""

from datetime import date
from urllib.parse import urlencode

from generator.domain.article import Article
from generator.domain.period import Period
from generator.domain.visit import Visit

HOME = ""
MEMBERS = "uy-vien/"
RESULTS = "ket-qua/"
VISITS = "chuyen-di/"
UNITS = "don-vi/"
ISSUES = "kien-nghi/"
PLANS = "ke-hoach/"
NEWS = "tin-tuc/"
METHOD = "cach-tinh/"
GUIDE = "huong-dan/"
DATA = "du-lieu/"
SUBMIT = "gui-chuyen-di/"
FORM = "gui-chuyen-di/form.json"
TEMPLATE = "gui-chuyen-di/mau-nhap.xlsx"
WORKER = "gui-chuyen-di/worker.js"
EDITOR = "admin/"
EDITOR_CONFIG = "admin/config.json"
DUE = "can-lam/"
FEED = "tin-tuc/feed.xml"
ATOM = "tin-tuc/atom.xml"
CALENDAR = "lich/tat-ca.ics"
PACKAGE = "du-lieu/datapackage.json"
SUMMARY = "du-lieu/v1/summary.json"
SUMMARY_SCHEMA = "du-lieu/v1/schema/summary.json"
BUILD = "build.json"
CODES = "huong-dan/ma-loi/"
FIELDS = "huong-dan/truong-du-lieu/"
PERSONAL = "huong-dan/du-lieu-ca-nhan/"

FILTERS = {
    "year": "nam",
    "month": "thang",
    "until": "den-thang",
    "member": "uy-vien",
    "unit": "don-vi",
    "kind": "noi-dung",
    "programme": "chuong-trinh",
    "counted": "so-lieu",
    "status": "tinh-trang",
    "age": "tuoi",
    "text": "tu",
    "order": "xep",
}
"""What the choices of a filter are called in an address."""

COUNTED = "da-tinh"
UNCOUNTED = "chua-tinh"
"""What a visit answers to that began by the day counted, and one that is still to come."""


def member(member_id: str) -> str:
    """Return the page of a member."""
    return f"{MEMBERS}{member_id}/"


def year(number: int) -> str:
    """Return the page of a year's results."""
    return f"{RESULTS}{number}/"


def month(year_number: int, month_number: int) -> str:
    """Return the page of a month's results."""
    return f"{RESULTS}{year_number}/{month_number:02d}/"


def visit(each: Visit) -> str:
    """Return the page of a visit."""
    return f"{VISITS}{each.date.year}/{each.id}/"


def former_visit(former_id: str) -> str:
    """Return the page that a visit had under a former id, which begins with its year."""
    return f"{VISITS}{former_id[:4]}/{former_id}/"


def unit(unit_id: str) -> str:
    """Return the page of a unit."""
    return f"{UNITS}{unit_id}/"


def visits_where(**choices: str | int) -> str:
    """Return the list of visits, filtered; see `FILTERS` for the names of the choices."""
    return _filtered(VISITS, choices)


def issues_where(**choices: str | int) -> str:
    """Return the page of issues, filtered; see `FILTERS` for the names of the choices."""
    return _filtered(ISSUES, choices)


def visits_of(period: Period, as_of: date, **choices: str | int) -> str:
    """Return the list of the very visits that the figures of a period up to a day are of."""
    running = {} if as_of >= period.last_day else {"counted": COUNTED}
    return visits_where(**_months(period), **choices, **running)


def issues_of(period: Period) -> str:
    """Return the page of the very issues that were raised in a period."""
    return issues_where(**_months(period))


def _months(period: Period) -> dict[str, str | int]:
    """Return what chooses the year, one of its months, or those from January on."""
    chosen: dict[str, str | int] = {"year": period.year}
    if period.first_month == period.last_month:
        chosen["month"] = period.first_month
    elif period != Period(period.year):
        chosen["until"] = period.last_month
    return chosen


def _filtered(page: str, choices: dict[str, str | int]) -> str:
    query = urlencode({FILTERS[name]: each for name, each in choices.items()})
    return f"{page}?{query}" if query else page


def rule(anchor: str) -> str:
    """Return where the definition of a figure stands."""
    return f"{METHOD}#{anchor}"


def code(name: str) -> str:
    """Return the page of a finding code, such as `Y001`."""
    return f"{CODES}{name.lower()}/"


def brief(unit_id: str) -> str:
    """Return what to read before going to a unit."""
    return f"{UNITS}{unit_id}/truoc-khi-di/"


def member_calendar(member_id: str) -> str:
    """Return the calendar of a member's plans and visits."""
    return f"lich/uy-vien/{member_id}.ics"


def unit_calendar(unit_id: str) -> str:
    """Return the calendar of plans and visits at a unit and below it."""
    return f"lich/don-vi/{unit_id}.ics"


def table(name: str) -> str:
    """Return one table of the data package, such as `visits`."""
    return f"{DATA}{name}.csv"


def schema(kind: str) -> str:
    """Return the JSON Schema of a kind of record, such as `visits`."""
    return f"{DATA}v1/schema/{kind}.json"


def year_workbook(year_number: int) -> str:
    """Return the workbook of a year's results."""
    return f"{DATA}ket-qua-{year_number}.xlsx"


def year_report(year_number: int) -> str:
    """Return the annual report, as a document to complete."""
    return f"{DATA}bao-cao-{year_number}.docx"


def member_sheet(member_id: str, year_number: int) -> str:
    """Return a member's own sheet of a year, as a document to sign."""
    return f"{DATA}uy-vien/{member_id}-{year_number}.docx"


def plan_form(year_number: int, member_id: str) -> str:
    """Return the registration form of a member's plan of a year, as a document to sign."""
    return f"{DATA}ke-hoach/{member_id}-{year_number}.docx"


def plans(year_number: int) -> str:
    """Return the page of a year's plans."""
    return f"{PLANS}{year_number}/"


def article(each: Article) -> str:
    """Return the page of an article."""
    return f"{NEWS}{each.date.year}/{each.id}/"


def photo(file: str) -> str:
    """Return the address of a picture, by its name below `records/media`."""
    return f"anh/{file}"


def rendition(file: str, width: int) -> str:
    """Return the address of a picture so many pixels wide; no picture is named like it."""
    return f"anh/rong-{width}/{file}.webp"
