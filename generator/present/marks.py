"""What every output says of itself where it is not plain public data: NỘI BỘ, DỮ LIỆU MẪU.

Source: design, section 2 (the samples say so on every page, export and feed) and section 4.
"""

from generator.audience import View


def marks(view: View) -> list[str]:
    """Return the marks that hold for the view, the graver first."""
    organisation = view.records.organisation
    held = {
        "NỘI BỘ": view.internal,
        "DỮ LIỆU MẪU": organisation is not None and organisation.demo,
    }
    return [mark for mark, holds in held.items() if holds]


def marked(title: str, view: View) -> str:
    """Return the title behind its marks: `DỮ LIỆU MẪU – Tin tức`."""
    return " – ".join([*marks(view), title])
