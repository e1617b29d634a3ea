"""What is told of a decision that was taken back."""

from __future__ import annotations

from collections.abc import Collection

from index.decisions.decision import Decision, OfActor, OfArticle, OfTags
from index.model import Place, Undone


def undone(decision: Decision, actors: Collection[str], title: str = "") -> Undone:
    """What was taken back, and what it was about; `actors` are the ids that there are, `title` is that of the article,
    where it is still there."""
    if isinstance(decision, OfActor):
        known = decision.who.actor if decision.who.actor in actors else None
        return Undone(told=decision.told(), about=decision.who.name, actor=known)
    article = decision.article
    if isinstance(decision, OfArticle | OfTags):
        if decision.others:
            return Undone(told=decision.told(), about=f"{1 + len(decision.others):,} articles")
        return Undone(told=decision.told(), about=title or article, article=article)
    end = decision.start + len(decision.words)
    place = Place(article=article, start=decision.start, end=end, text=decision.words)
    return Undone(told=decision.told(), about=decision.words, article=article, place=place)
