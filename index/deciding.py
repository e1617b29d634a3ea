"""How a person puts right what was found: quotations, actors, and where articles come from.

Whatever is decided is kept in the person's ledger first, and outlives the index.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from index.answers.opened import unknown
from index.answers.places import places
from index.decisions import Filed, OfActor, OfArticle, Office, OfTags, Part, Voice
from index.decisions.decide import decide, told
from index.decisions.tags import changes
from index.decisions.undone import undone
from index.decisions.whom import voice, voices
from index.errors import DecisionError, UnknownError
from index.following import Following
from index.model import AnnotatedArticle, Counted, Labels, Place, Quotation, QuotationKind, Undone
from index.query.tree import tag_key


class Deciding:
    """What the Library takes from a person.

    Actors are called by id or any spelling. Everything here raises `UnknownError` for a name that nobody bears or
    several do, and for an article or quotation that is not there; what decides also raises `DecisionError` for what
    cannot be decided or kept, and `CacheError` if it is kept, but the index cannot follow yet.
    """

    def __init__(self, corpus: Following) -> None:
        self._corpus = corpus

    def correct(
        self,
        article: str,
        quotation: str,
        *,
        speaker: str | None = None,
        kind: QuotationKind | None = None,
        start: int | None = None,
        end: int | None = None,
        no_quotation: bool = False,
        confirmed: bool = False,
    ) -> Quotation | None:
        """Put a quotation right; it as it stands then, or `None` if it is none.

        `speaker` is an actor's id or any spelling of a name (whom nobody knows becomes a new actor), several apart by
        ";", none for nobody; `start` and `end` are its place, in characters of the text. `confirmed` says that it is
        right.
        """
        now = self._corpus.now()
        found = now.article(article)
        stands = _quotation(found, quotation)
        if stands is None:
            raise UnknownError(f"There is no quotation {quotation!r} in {article}", hint="tui show ID lists them")
        here = {actor.id for actor in found.actors}
        speakers = None if speaker is None else voices(speaker, here, now.store.names, now.names.lookup)
        decision = decide(
            found, stands, _now(), speakers=speakers, kind=kind, start=start, end=end,
            no_quotation=no_quotation, confirmed=confirmed,
        )  # fmt: skip
        self._corpus.decide(decision)
        return _quotation(self._corpus.now().article(article), quotation)

    def places(self, actor: str, *, spellings: Sequence[str] = (), articles: Sequence[str] = ()) -> list[Place]:
        """Where an actor is named or meant, newest article first: what changes if it is joined, parted, renamed, none.

        With `spellings` or `articles` (ids) only where those are meant that `split` would part.
        """
        return places(self._corpus.now().store, self._corpus.called(actor), spellings, articles)

    def merge(self, actor: str, same: str) -> str:
        """Decide that two actors are one, the first; its id."""
        one, other = self._corpus.whom(actor), self._corpus.whom(same)
        if one == other:
            raise DecisionError(f"{one.name} is the same already", hint="Name two actors, or call one by its id")
        return self._decide_of(OfActor(who=one, decided=_now(), same_as=other), one)

    def split(
        self, actor: str, *, name: str, spellings: Sequence[str] = (), articles: Sequence[str] = ()
    ) -> str:
        """Decide that an actor, where it bears one of some spellings or in some articles (ids), is somebody else; the
        id of that one. An article in which it bears such a spelling goes over whole. Nobody need be called `name` yet.
        """
        now, who = self._corpus.now(), self._corpus.whom(actor)
        somebody = voice(name, now.store.names, now.names.lookup)
        if not (spellings or articles):
            raise DecisionError("Nothing is parted", hint="Name spellings or articles")
        if somebody == who:  # under a name that it bears itself until now
            somebody = Voice(name=name.strip())
        if not places(now.store, who.actor or "", spellings, articles):
            raise DecisionError(f"Nothing of {who.name} is parted so", hint="tui actor NAME tells how it is written")
        part = Part(name=somebody.name, actor=somebody.actor, spellings=tuple(spellings), articles=tuple(articles))
        return self._decide_of(OfActor(who=who, decided=_now(), part=part), somebody)

    def rename(self, actor: str, name: str) -> str:
        """Decide by which name an actor is shown; its id."""
        if not name.strip():
            raise DecisionError("The name is empty", hint="Write the name as it is to be shown")
        who = self._corpus.whom(actor)
        return self._decide_of(OfActor(who=who, decided=_now(), name=name.strip()), who)

    def no_actor(self, actor: str) -> None:
        """Decide that what was taken for an actor is none."""
        self._corpus.decide(OfActor(who=self._corpus.whom(actor), decided=_now(), no_actor=True))

    def set_role(
        self, actor: str, role: str, *, of: str | None = None, since: str | None = None, until: str | None = None
    ) -> str:
        """Give an actor a role, of a country or body, in a time (days, months or years, "2021-04"); its id."""
        who, body = self._corpus.whom(actor), self._corpus.whom(of) if of else None
        office = told(Office, role=role, of=body, since=since, until=until)
        return self._decide_of(OfActor(who=who, decided=_now(), role=office), who)

    def set_source(
        self, article: str, *, published: str | None = None, outlet: str | None = None, author: str | None = None,
        url: str | None = None,
    ) -> AnnotatedArticle:  # fmt: skip
        """Decide when an article was published (a day, month or year), where, by whom; the article as it stands then.

        An empty outlet, author or address is unknown.
        """
        found = self._corpus.now().article(article)
        decision = told(OfArticle, article=found.id, sha256=found.sha256, decided=_now(), published=published,
                        outlet=outlet, author=author, url=url)  # fmt: skip
        self._corpus.decide(decision)
        return self._corpus.now().article(article)

    def set_sources(
        self, articles: Sequence[str], *, published: str | None = None, outlet: str | None = None,
        author: str | None = None,
    ) -> None:  # fmt: skip
        """Decide when, where or by whom several articles (ids) were published: one decision, which one undo takes back.

        An empty outlet or author is unknown.
        """
        first, *others = self._filed(articles)
        decision = told(OfArticle, article=first.article, sha256=first.sha256, others=others, decided=_now(),
                        published=published, outlet=outlet, author=author)  # fmt: skip
        self._corpus.decide(decision)

    def tag(
        self, articles: Sequence[str], *, starred: bool | None = None, tags: Sequence[str] = (),
        untagged: Sequence[str] = (),
    ) -> list[Labels]:  # fmt: skip
        """Give articles (ids) a star or take it, give them tags and take those `untagged`: one decision, which one undo
        takes back. How those stand then that were otherwise before; where there are none, nothing is decided.

        A tag that is in use already, however it is written, is spelt as it stands there.
        """
        store = self._corpus.now().store
        known = {tag_key(tag): tag for tag in store.tags()}

        def spelt(some: Sequence[str]) -> tuple[str, ...]:
            return tuple(known.get(tag_key(tag), " ".join(tag.split())) for tag in some)

        filed = {one.article: one for one in self._filed(articles)}
        decision = told(OfTags, article=next(iter(filed)), decided=_now(), starred=starred, tags=spelt(tags),
                        untagged=spelt(untagged))  # fmt: skip
        changed = [filed[own.article] for own in self.labels([*filed]) if changes(decision, own)]
        if not changed:
            return []
        first, *others = changed
        self._corpus.decide(decision.model_copy(update=first.model_dump() | {"others": tuple(others)}))
        return self.labels([one.article for one in changed])

    def labels(self, articles: Sequence[str]) -> list[Labels]:
        """How articles (ids) are put by; what is not there is left out."""
        heads = self._corpus.now().store.heads(articles)
        here = (heads[article] for article in articles if article in heads)
        return [Labels(article=head.id, starred=head.starred, tags=head.tags) for head in here]

    def tags(self) -> list[Counted]:
        """The tags in use, with the number of articles that have each, in the order of the alphabet."""
        return [Counted(name=tag, count=len(having)) for tag, having in self._corpus.now().store.tags().items()]

    def _filed(self, articles: Sequence[str]) -> list[Filed]:
        """Articles and their files, each once. Raises `DecisionError` for none, `UnknownError` for one that is not
        there."""
        if not articles:
            raise DecisionError("No article is named", hint="Name the articles by their ids")
        known = self._corpus.now().store.digests(articles)
        if missing := [article for article in articles if article not in known]:
            raise unknown(missing[0])
        return [Filed(article=article, sha256=known[article]) for article in dict.fromkeys(articles)]

    def undo(self) -> Undone | None:
        """Take back the last decision about this corpus, and say what it was; `None` if there is none."""
        decision = self._corpus.undo()
        if decision is None:
            return None
        labels = self.labels([article for article, _ in decision.filed()]) if isinstance(decision, OfTags) else []
        store = self._corpus.now().store
        heads = [] if isinstance(decision, OfActor) else store.heads([decision.article]).values()
        told = undone(decision, store.names(), next((head.title for head in heads), ""))
        return told.model_copy(update={"labels": tuple(labels)})

    def _decide_of(self, decision: OfActor, somebody: Voice) -> str:
        """Decide about an actor; the id that `somebody` has then."""
        self._corpus.decide(decision)
        stands = self._corpus.now().store.names([somebody.actor or ""])
        return somebody.actor if somebody.actor in stands else self._corpus.called(somebody.name)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _quotation(article: AnnotatedArticle, quotation: str) -> Quotation | None:
    return next((q for q in article.quotations if q.id == quotation), None)
