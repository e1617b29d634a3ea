"""Put decisions about stars and tags into a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.decisions.decision import Decision, OfTags
from index.model import Labels
from index.query.tree import tag_key
from index.store import StoreEditor
from index.store.tags import PutBy


def standing(decisions: Iterable[OfTags]) -> PutBy:
    """How one article is put by after these decisions about it, the oldest first. Pure. What one decision both
    gives and takes is given."""
    starred, tags = False, dict[str, str]()
    for decision in decisions:
        starred = starred if decision.starred is None else decision.starred
        for tag in decision.untagged:
            tags.pop(tag_key(tag), None)
        tags |= {tag_key(tag): tag for tag in decision.tags}
    return PutBy(starred, tuple(tags.values()))


def changes(decision: OfTags, own: PutBy | Labels) -> bool:
    """Whether a decision would change how an article is put by. Pure; tags are spelt alike in both."""
    tags = {*own.tags} - {*decision.untagged} | {*decision.tags}
    return tags != {*own.tags} or decision.starred not in (None, own.starred)


def retag(store: StoreEditor, decisions: Sequence[Decision]) -> list[str]:
    """Put all decisions about stars and tags into effect, whatever stood there before. An article that was only renamed
    keeps its own.

    Returns a sentence for each article that is not there any more.
    """
    here: dict[int, list[OfTags]] = defaultdict(list)
    gone: dict[str, list[OfTags]] = defaultdict(list)
    for decision in (each for each in decisions if isinstance(each, OfTags)):
        for article, sha256 in decision.filed():
            found = store.article(article, sha256)
            (here[found[0]] if found else gone[article]).append(decision)
    store.put_by(_in_one_spelling({number: standing(own) for number, own in here.items()}))
    return [_waits(article, own) for article, own in ((a, standing(of)) for a, of in gone.items()) if any(own)]


def _in_one_spelling(articles: dict[int, PutBy]) -> dict[int, PutBy]:
    """Each tag as it is spelt where it stands first."""
    names: dict[str, str] = {}
    return {
        number: own._replace(tags=tuple(names.setdefault(tag_key(tag), tag) for tag in own.tags))
        for number, own in articles.items()
    }


def _waits(article: str, own: PutBy) -> str:
    what = ["its star"] * own.starred + [f"its tag{'s' * (len(own.tags) > 1)} {', '.join(own.tags)}"] * bool(own.tags)
    return f"There is no article {article} any more, so {' and '.join(what)} wait{'s' * (len(what) == 1)}"
