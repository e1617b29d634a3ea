"""The search pane: a box, a line that says how the search went, the results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on

from tui import bindings, phrases
from tui.begun import begun
from tui.commands import key_of, with_keys
from tui.panes.boxed import BoxedList
from tui.panes.chips import Chips, Clicked
from tui.panes.wishes import Copies, Everything, More, Narrow, Read, Recall, Results, Sort, Star, Type, Wish
from tui.session import Order, Session
from tui.text.cells import clip, harmless
from tui.text.layers import Mark, segments
from tui.text.lines import Line, Piece, cells, line, spread, whole
from tui.text.wrap import wrap
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from index.model import Completion, Hit, Page, Passage
    from tui.messages import Completed, Failed, Refused, Unlisted
    from tui.panes.hint import Hint
    from tui.panes.offers import Offers
    from tui.searches import Kept

_PASSAGE_LINES = 3
_OTHERWISE = "Try another spelling, or the beginning of the word and a star: sanct*"
_LESS = "Take a word away, or put OR between words where one of them is enough."
_ROOMY = 20
"""Rows of a terminal in which a hint leaves room for results."""


class Result(NamedTuple):
    """A hit as an item of the list: title, what it is, the best passage; with a tick if it is marked. Its tags and its
    star stand at the right edge, where they move nothing else."""

    hit: Hit
    marked: bool = False
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """The title, what it is, the passage, a gap."""
        hit = self.hit
        facts = [phrases.when(hit.published) or "date ?", phrases.copies(hit), hit.outlet,
                 phrases.count(hit.quotations, "quotation")]  # fmt: skip
        return [
            *title_lines("✓ " * self.marked + (hit.title or hit.file), width),
            _with_labels(hit, [fact for fact in facts if fact], width),
            *(passage_lines(hit.passages[0], width) if hit.passages else ()),
            (),
        ]


def _with_labels(hit: Hit, facts: Sequence[str], width: int) -> Line:
    """As many facts as there is room for beside the tags, which have half of it at most, and the star."""
    tags = clip(", ".join(hit.tags), width // 2 - 2)
    labels = " ".join(filter(None, (tags, "★" * hit.starred)))
    right = [Piece(labels, "mark")] if labels else []
    pieces = [Piece(facts[0], "dim"), *(Piece(f" · {fact}", "dim") for fact in facts[1:])]
    left = whole(pieces, width - cells(right) - bool(right))
    return spread(left, right, width) if right else left


class Instead(NamedTuple):
    """A query that would find something, with the word that it has in the place of one that stands nowhere."""

    query: str
    word: str
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """One line."""
        return [line(f"  {self.word}", "strong")]


def nearest_words(page: Page) -> list[Instead]:
    """What to search for instead of what stands nowhere, the nearest first."""
    found = [(missing, word) for missing, words in page.near for word in words]
    swapped = [Instead(_swapped(page.query, missing, word), word) for missing, word in found]
    return [instead for instead in swapped if instead.query != page.query]


def _swapped(query: str, missing: str, word: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(missing)}(?!\w)", lambda _: word, query, flags=re.IGNORECASE)


def title_lines(title: str, width: int) -> list[Line]:
    """A title in at most two lines."""
    cut = list(wrap(title, width))
    last = title[cut[1][0] :] if len(cut) > 1 else ""
    return [line(text.rstrip(), "strong") for text in (title[slice(*cut[0])] if cut else "", last) if text]


def passage_lines(passage: Passage, width: int) -> list[Line]:
    """Some lines of a passage, those with its first marked word among them."""
    text = passage.text
    marks = [Mark(start - passage.start, end - passage.start, "hit") for start, end in passage.marks]
    cut = list(wrap(text, width - 1))
    marked = next((n for n, (_, end) in enumerate(cut) if marks and marks[0].start < end), 0)
    first = max(0, min(marked - 1, len(cut) - _PASSAGE_LINES))
    last = min(len(cut), first + _PASSAGE_LINES)
    shown: list[Line] = []
    for number in range(first, last):
        start, end = cut[number]
        end = start + len(text[start:end].rstrip())
        pieces = [Piece(harmless(text[a:b]), " ".join(looks)) for a, b, looks in segments(start, end, marks)]
        before = "…" if number == first and (first or text[:1].islower()) else ""
        after = "…" if number == last - 1 < len(cut) - 1 else ""
        shown.append([Piece(before), *pieces, Piece(after)])
    return shown


class SearchPane(BoxedList):
    """What is typed, and what that finds."""

    BINDINGS = bindings.of_pane("search")

    def __init__(self, session: Session) -> None:
        super().__init__(session, name="search", title="Search", placeholder="words or speaker:name")
        self.chips = Chips(session)
        self.rule = self.chips.rule
        self._offers: Offers | None = None
        self._hint: Hint | None = None
        self._order: Order = "rank"
        self._refused = False

    def compose(self) -> ComposeResult:
        """Between the box and the results stands what could narrow the search, and what does."""
        yield from (self.box, self.status, *self.chips.more, self.rule, self.list)

    def enter(self) -> None:
        """Take the keys: the results, or the box where there are none."""
        at = self.list if self._session.page and self._session.page.hits else self.box
        self.screen.set_focus(at)

    # What is shown ---------------------------------------------------------------------------------------------------

    def show_page(self, page: Page, cursor: int = 0, order: Order = "rank") -> None:
        """Show the answer to a query."""
        self._order = order
        self._refused = False
        self.show_chips()
        self._show_hits(page, cursor)

    def show_chips(self) -> None:
        """Show what narrows the search, and what could; the chip that keys are for only while they are."""
        if self._session.page is not None and not self._refused:
            self.chips.show(self.size.width, self.app.size.height, pointed=self.list.has_focus)

    def show_refused(self, refused: Refused | Unlisted) -> None:
        """Point at the mistake, where the chips were."""
        self._refused = True
        super().show_refused(refused)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _focus_moved(self) -> None:
        self.show_chips()

    def on_resize(self) -> None:
        """As much as there is room for."""
        self.show_chips()
        self._show_summary()

    def show_marks(self) -> None:
        """Show which results are marked now."""
        if self._session.page is not None:
            self._show_hits(self._session.page, self.list.cursor)

    def _show_hits(self, page: Page, cursor: int) -> None:
        chosen = self._session.chosen
        self._show_summary()
        if page.hits:
            self.list.show([Result(hit, hit.id in chosen) for hit in page.hits], cursor)
        else:
            self.list.show(nothing(page))

    def _show_summary(self) -> None:
        page = self._session.page
        if page is not None and not self._refused:
            part = begun(self.box.value, page.query)
            self.status.show(*_summary(page, self._order, len(self._session.chosen), part, self.size.width - 2))

    def show_waiting(self, words: str) -> None:
        """Say what is going on while the library is not there yet."""
        self.status.show(line(words, "dim"))
        self.show_rule()

    def show_first_visit(self, *, of_all: bool) -> None:
        """Say what happens before there is anything to show; on the first visit `of_all`, how one goes on."""
        self.list.show([
            Prose("The articles are read once, and an index of them is kept.", "strong"),
            Prose("You can type already: the answers come as soon as it is there.", "dim"),
        ])
        if of_all and self.app.size.height >= _ROOMY:
            from tui.panes.hint import Hint

            self._hint = Hint()
            self.mount(self._hint)

    def end_hint(self) -> None:
        """Whoever has come to read knows the way."""
        if self._hint is not None:
            self._hint.remove()
            self._hint = None

    def show_failed(self, failed: Failed) -> None:
        """Say why there is nothing to search, and what to do."""
        self.status.show(line("not open", "bad"))
        again = with_keys("{app.refresh} looks again, {app.quit} leaves Readout.")
        said = [Prose(failed.title, "strong"), Prose(failed.detail), Prose(failed.hint, "dim"), Prose(again, "dim")]
        self.list.show(said)

    # What may be meant ------------------------------------------------------------------------------------------------

    def show_completions(self, answer: Completed, kept: Sequence[Kept] = ()) -> None:
        """Offer what may be meant by what is typed, if it still is: `kept` searches of that name, then what completes
        it."""
        if self.typing and answer.query == self.box.value:
            self._offer((*kept, *answer.completions))

    def hide_completions(self) -> None:
        """Offer nothing."""
        self._offer(())

    def _offer(self, completions: Sequence[Completion | Kept]) -> None:
        if self._offers is None and completions:
            from tui.panes.offers import Offers

            self._offers = Offers()
            self.mount(self._offers, after=self.status)
        if self._offers is not None:
            self._offers.offer(completions, self.box.value)

    def take_offer(self) -> bool:
        """Type the first of what is offered: what completes the word, or is like one that stands nowhere; whether
        anything was."""
        if not self.typing:
            return False
        first = self._offers.first if self._offers is not None else None
        if first is not None:
            value = self.box.value
            self.type(value[: first.start] + first.text + value[first.end :], first.start + len(first.text))
            return True
        page = self._session.page
        instead = nearest_words(page) if page and page.query == self.box.value else []
        if instead:
            self.type(instead[0].query)
        return bool(instead)

    def type(self, query: str, at: int | None = None) -> None:
        """Put a query into the box, with the cursor at an offset or at its end."""
        self.box.value = query
        self.box.cursor_position = len(query) if at is None else at

    # What the person does ---------------------------------------------------------------------------------------------

    def do_open(self) -> Wish | None:
        """Read the article under the cursor; from the box, go to the results."""
        if self.typing:
            return Results()
        under = self.list.items[self.list.cursor] if self.list.items else None
        if isinstance(under, Instead):
            return Type(under.query)
        return Read(self.hit.id) if self.hit is not None else None

    @property
    def hit(self) -> Hit | None:
        """The result under the cursor."""
        page = self._session.page
        return page.hits[self.list.cursor] if page and self.list.cursor < len(page.hits) else None

    def do_order(self) -> Wish:
        """Order the results in another way."""
        return Sort()

    def do_copies(self) -> Wish | None:
        """List the articles that say the same."""
        return Copies(self.hit.title or self.hit.file, self.hit.copies) if self.hit is not None else None

    def do_mark(self) -> None:
        """Mark the article under the cursor, or mark it no longer; on to the next."""
        if (hit := self.hit) is not None:
            if self._session.chosen.pop(hit.id, None) is None:
                self._session.chosen[hit.id] = hit
            self.show_marks()
            self.list.move(1)

    def do_mark_all(self) -> Wish | None:
        """Mark all articles that answer; if any are marked, none."""
        if not self._session.chosen:
            return Everything()
        self.unmark()
        return None

    def unmark(self) -> None:
        """Mark none any more."""
        if self._session.chosen:
            self._session.chosen.clear()
            self.show_marks()

    def do_star(self) -> Wish | None:
        """Star what is meant, or take the stars."""
        articles = tuple(hit.id for hit in self.meant)
        self.unmark()
        return Star(articles) if articles else None

    @property
    def meant(self) -> Sequence[Hit]:
        """The results that are marked, or else the one under the cursor."""
        return [*self._session.chosen.values()] or ([self.hit] if self.hit else [])

    def do_narrow(self) -> Wish:
        """Choose what the results shall have in common."""
        return Narrow()

    def do_next_chip(self) -> None:
        """Go to the next chip."""
        self.chips.move(1)
        self.show_chips()

    def do_previous_chip(self) -> None:
        """Go to the chip before."""
        self.chips.move(-1)
        self.show_chips()

    def do_chip(self) -> None:
        """Take the chip off the search, or put it on."""
        if (chip := self.chips.current) is not None:
            self.type(chip.query, 0)  # what was typed stays in sight: the rest stands on chips

    def do_exclude(self) -> None:
        """Exclude what the chip stands for, or ask for it again."""
        if (chip := self.chips.current) is not None:
            self.type(chip.turned, 0)

    @on(Clicked)
    def _chip_clicked(self, event: Clicked) -> None:
        event.stop()
        self.type(event.chip.query, 0)

    def at_end(self) -> Wish:
        """More results, where there are more."""
        return More()

    def do_down(self) -> Wish | None:
        """Go to the next result; from the box, to the search after one of before, or else to the results."""
        return Recall(-1) if self.typing else super().do_down()

    def do_up(self) -> Wish | None:
        """Go to the result before; from the first, to the box; from there, to the search of before."""
        return Recall(1) if self.typing else super().do_up()


def _summary(page: Page, order: Order, marked: int, part: str, room: int) -> tuple[Line, Line]:
    """How the search went, and how the results are ordered. There is little room: how many are marked, or are copies,
    tells more than how long it took; `part` of a word, if that was looked for, more than either."""
    by = f"by {order if page.query.strip() or order == 'outlet' else 'date'}"
    found = phrases.found(page)
    copies = f" +{phrases.count(page.copies, 'copy', 'copies')}" if page.copies else ""
    if len(f"{found}{copies} {by}") > room:
        copies = copies.partition(" c")[0]
    marks = f" · {marked:,} marked" if marked else ""
    took = f" · {max(1, round(page.seconds * 1000))} ms"
    if len(f"{found}{took}  {by}") > room:
        took = ""
    if part and len(f"{found} · {part}… {by}") <= room:
        marks = f" · {part}…"
    return line(found + (marks or copies or took), "dim"), line(by, "dim")


def nothing(page: Page) -> list[Item]:
    """What to say, and to advise, where nothing was found."""
    if not page.query.strip():
        return [Plain(), Prose("There are no articles here.", "strong")]
    if page.missing:
        words = " and ".join(phrases.missing(page))
        instead = nearest_words(page)
        ask = [Piece("Did you mean  ", "dim"), Piece(key_of("app.next_pane"), "key"), Piece(" takes it", "dim")]
        verb = "stands" if len(page.missing) == 1 else "stand"
        return [
            Plain(),
            Prose(f"{words} {verb} in no article here.", "strong"),
            *([Plain([ask]), *instead, Plain()] if instead else ()),
            Prose(phrases.said_small(page.query) or _OTHERWISE, "dim"),
        ]
    return [
        Plain(),
        Prose("No article holds all of this.", "strong"),
        Prose(phrases.said_small(page.query) or _LESS, "dim"),
    ]
