"""The line below an article, as newspapers print it: who wrote it and who took its photos."""

from generator.audience import View
from generator.domain.article import Article
from generator.present.article_body import article_body


def byline(article: Article, *, pictured: bool) -> str:
    """Return who wrote the article; and of whom its photos are, if it shows any.

    `Tin, ảnh: Lê Văn Ba (TC-KT)`, `Tin: Lê Văn Ba (TC-KT) – Ảnh: Kim Đào`, `Lê Văn Ba (TC-KT)`;
    the department in brackets only if it is recorded.
    Source: the source article; issue *News*, Publishing.
    """
    author = article.author
    written = f"{author} ({article.department})" if article.department else author
    if not (pictured and article.photo_credit):
        return written
    if article.photo_credit == author:
        return f"Tin, ảnh: {written}"
    return f"Tin: {written} – Ảnh: {article.photo_credit}"


def is_pictured(article: Article, view: View) -> bool:
    """Whether the article shows the audience a photo: its cover, or one in its body."""
    if article.cover in view.records.pictures:
        return True
    return bool(article_body(article.body, view, "").files)
