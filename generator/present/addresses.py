"""The address of everything that has a page; addresses are permanent.

Source: design, section 4. All count from the root, without a leading slash.
"""

from generator.domain.article import Article
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
CODES = "huong-dan/ma-loi/"
FIELDS = "huong-dan/truong-du-lieu/"


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


def plans(year_number: int) -> str:
    """Return the page of a year's plans."""
    return f"{PLANS}{year_number}/"


def article(each: Article) -> str:
    """Return the page of an article."""
    return f"{NEWS}{each.date.year}/{each.id}/"


def photo(file: str) -> str:
    """Return the address of a picture, by its name below `records/media`."""
    return f"anh/{file}"
