"""What the site tells of people, why, for how long, and how to have it mended or taken down.

Source: issue *Trust*, Retraction; research/domain.md, section 7 (Luật 91/2025/QH15, Nghị định
356/2025), the only source of what the page says of the law.
"""

from collections.abc import Iterator
from typing import Final

from generator.audience import View
from generator.domain.visit import FEWEST_TOLD
from generator.present import addresses
from generator.present.mistakes import mistake_form
from generator.present.page import Heading, Page
from generator.present.templating import render

HEADINGS: Final = (
    Heading("noi-gi", "Trang này nói gì về ai"),
    Heading("khong-noi", "Điều gì không đưa ra"),
    Heading("vi-sao", "Vì sao, theo quy định nào"),
    Heading("bao-lau", "Giữ bao lâu"),
    Heading("sua-go", "Muốn sửa, gỡ hay hỏi"),
)
ANSWERED_WITHIN: Final = 2
"""Working days within which a request is answered."""


def personal_data_page(view: View) -> Iterator[Page]:
    """Yield the page; every page leads to it from its foot."""
    organisation = view.records.organisation
    values = {
        "headings": {each.id: each.text for each in HEADINGS},
        "organisation": organisation.full_name if organisation else "",
        "reached_at": mistake_form(organisation),
        "fewest": FEWEST_TOLD,
        "days": ANSWERED_WITHIN,
    }
    yield Page(
        address=addresses.PERSONAL,
        title="Dữ liệu cá nhân",
        body=render("personal_data.html", addresses.PERSONAL, values),
        description="Trang này nói gì về ai, vì sao, giữ bao lâu, và cách yêu cầu sửa hoặc gỡ.",
        search="Dữ liệu cá nhân, quyền riêng tư, yêu cầu gỡ, yêu cầu sửa, ảnh, trẻ em, "
        "Luật 91/2025/QH15, Nghị định 356/2025",
        headings=HEADINGS,
    )
