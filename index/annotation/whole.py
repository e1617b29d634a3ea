"""An article and all that is found in it, put together."""

from __future__ import annotations

from index.annotation.article import annotate
from index.annotation.dates import published
from index.model import AnnotatedArticle, Article


def annotated(article: Article) -> AnnotatedArticle:
    """An article with what was found in it; its actors' ids are of this article alone."""
    when = article.published or published(article.text, article.blocks, article.file)
    found = annotate(article.text, article.blocks, when)
    known = {name: getattr(article, name) for name in Article.model_fields}
    return AnnotatedArticle(
        **{**known, "published": when}, quotations=found.quotations, mentions=found.mentions, actors=found.actors,
        contacts=found.contacts, topics=found.topics,
    )  # fmt: skip
