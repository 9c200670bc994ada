"""An article as a file: front matter in canonical form, then Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import dedent

from generator.domain.article import Article as Model
from generator.submit.canonical import canonical
from samples.record import as_text, present


@dataclass(frozen=True, kw_only=True)
class Article:
    """News whose figures are placeholders, so that no figure is typed."""

    slug: str
    title: str
    day: date
    lead: str
    author: str
    department: str
    body: str
    visits: tuple[str, ...] = ()
    period: str = ""
    category: str = "Tin cơ sở"
    tags: tuple[str, ...] = ()
    cover: str = ""
    status: str = "ready"

    @property
    def path(self) -> str:
        """Where the article lies below the records."""
        return f"articles/{self.day.year}/{self.day}-{self.slug}.md"

    def text(self) -> str:
        """The file; paragraphs of the body are one line each."""
        front = present(
            {
                "title": self.title,
                "date": self.day,
                "lead": " ".join(self.lead.split()),
                "author": self.author,
                "department": self.department,
                "photo_credit": "Văn phòng Tỉnh đoàn, minh họa" if self.cover else "",
                "visits": list(self.visits),
                "period": self.period,
                "category": self.category,
                "tags": list(self.tags),
                "cover": self.cover,
                "status": self.status,
            }
        )
        tree = as_text(front)
        if not isinstance(tree, dict):
            raise TypeError("front matter is a mapping")
        paragraphs = dedent(self.body).strip().split("\n\n")
        body = "\n\n".join(_joined(paragraph) for paragraph in paragraphs)
        return f"---\n{canonical(tree, Model)}---\n\n{body}\n"


def _joined(paragraph: str) -> str:
    """Lists keep their lines; other paragraphs become one line."""
    lines = paragraph.splitlines()
    if lines[0].startswith(("- ", "## ", "> ")):
        return "\n".join(line.strip() for line in lines)
    return " ".join(line.strip() for line in lines)
