"""What a rule says, short enough to compare."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.domain.article import Article
from generator.domain.finding import Fault, field_name
from generator.domain.records import Records

Rule = Callable[[Records], Iterator[Fault]]


def told(rule: Rule, records: Records) -> list[str]:
    """Return `<record> <field>: <message> → <hint>` of each fault."""
    return [
        f"{f.path.rpartition('/')[2].rpartition('.')[0]} {field_name(f.field)}: {f.message} → {f.hint}"
        for f in rule(records)
    ]


def article(slug: str = "tin", **keys: Any) -> Article:
    """Return a draft of an article."""
    id_ = f"2019-12-31-{slug}"
    plain = {
        "id": id_,
        "path": f"records/articles/2019/{id_}.md",
        "title": "Tin",
        "date": "2019-12-31",
        "lead": "Mở đầu.",
        "author": "Hồng Nhung",
        "category": "Hoạt động",
        "status": "ready",
    }
    return Article.model_validate(plain | keys)
