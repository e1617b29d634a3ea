"""The search pane: a box, a line that says how the search went, the results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui import bindings, phrases
from tui.panes.wishes import More, Read, Recall, Results, Wish
from tui.session import Session
from tui.text.cells import harmless, width_of
from tui.text.layers import Mark, segments
from tui.text.lines import Line, Piece, line
from tui.text.wrap import wrap
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain, VirtualList

if TYPE_CHECKING:
    from index.model import Hit, Page, Passage
    from tui.messages import Failed, Refused

_PASSAGE_LINES = 3


class Result(NamedTuple):
    """A hit as an item of the list: title, what it is, the best passage."""

    hit: Hit
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """The title, what it is, the passage, a gap."""
        hit = self.hit
        facts = [phrases.when(hit.published) or "date ?", hit.outlet, phrases.count(hit.quotations, "quotation")]
        return [
            *title_lines(hit.title or hit.file, width),
            line(" · ".join(fact for fact in facts if fact), "dim"),
            *(passage_lines(hit.passages[0], width) if hit.passages else ()),
            (),
        ]


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


class SearchPane(Vertical):
    """What is typed, and what that finds."""

    BINDINGS = bindings.of_pane("search")

    def __init__(self, session: Session) -> None:
        super().__init__(id="search")
        self._session = session
        self.border_title = "Search"
        self.box = Box(placeholder="words, “phrases”, speaker:name", id="query", idle="/")
        self.status = Bar(id="search-status")
        self.rule = Bar(id="search-rule")
        self.results = VirtualList(id="results")

    def compose(self) -> ComposeResult:
        """The box above, the results below."""
        yield self.box
        yield self.status
        yield self.rule
        yield self.results

    def enter(self) -> None:
        """Take the keys: the results, or the box where there are none."""
        at = self.results if self._session.page and self._session.page.hits else self.box
        self.screen.set_focus(at)

    # What is shown ---------------------------------------------------------------------------------------------------

    def show_page(self, page: Page, cursor: int = 0) -> None:
        """Show the answer to a query."""
        self.status.show(*_summary(page))
        self.rule.show((), fill="─")
        if page.hits:
            self.results.show([Result(hit) for hit in page.hits], cursor)
        else:
            self.results.show(_nothing(page))

    def show_refused(self, refused: Refused) -> None:
        """Point at the mistake in the query, and name it; the results stay."""
        before = width_of(harmless(refused.query[: refused.start])) - round(self.box.scroll_x)
        wrong = max(1, width_of(harmless(refused.query[refused.start : refused.end])))
        self.status.show([Piece(" " * before), Piece("^" * wrong, "bad")])
        self.rule.show(line(f" {refused.title}", "bad"))

    def show_waiting(self, words: str) -> None:
        """Say what is going on while the library is not there yet."""
        self.status.show(line(words, "dim"))
        self.rule.show((), fill="─")

    def show_first_visit(self) -> None:
        """Say what happens before there is anything to show."""
        self.results.show([
            Prose("The articles are read once, and an index of them is kept.", "strong"),
            Prose("You can type already: the answers come as soon as it is there.", "dim"),
        ])

    def show_failed(self, failed: Failed) -> None:
        """Say why there is nothing to search, and what to do."""
        self.status.show(line("not open", "bad"))
        self.results.show([Prose(failed.title, "strong"), Prose(failed.detail), Prose(failed.hint, "dim")])

    # What the person does ---------------------------------------------------------------------------------------------

    @on(VirtualList.Chosen)
    def _chosen(self) -> None:
        if wish := self.do_open():
            self.post_message(wish)

    def do_open(self) -> Wish | None:
        """Read the article under the cursor; from the box, go to the results."""
        if self.screen.focused is self.box:
            return Results()
        return Read(self.hit.id) if self.hit is not None else None

    @property
    def hit(self) -> Hit | None:
        """The result under the cursor."""
        page = self._session.page
        return page.hits[self.results.cursor] if page and self.results.cursor < len(page.hits) else None

    def do_down(self) -> Wish | None:
        """Go to the next result; from the box, to the search after one of before, or else to the results."""
        if self.screen.focused is self.box:
            return Recall(-1)
        return None if self.results.move(1) else More()

    def do_up(self) -> Wish | None:
        """Go to the result before; from the first, to the box; from there, to the search of before."""
        if self.screen.focused is self.box:
            return Recall(1)
        if not self.results.move(-1):
            self.screen.set_focus(self.box)
        return None

    def do_page_down(self) -> Wish | None:
        """Go a page further down."""
        return None if self.results.move(self.results.page()) else More()

    def do_page_up(self) -> None:
        """Go a page further up."""
        self.results.move(-self.results.page())

    def do_first(self) -> None:
        """Go to the first result."""
        self.results.move_to(self.results.first())

    def do_last(self) -> Wish | None:
        """Go to the last result that is here."""
        return None if self.results.move_to(self.results.last()) else More()


def _summary(page: Page) -> tuple[Line, Line]:
    """How the search went, and how the results are ordered."""
    found = len(page.hits) if page.total is None else page.total
    more = "+" if page.total is None and len(page.hits) else ""
    words = phrases.count(found, "article").replace(" ", more + " ", 1)
    took = f" · {max(1, round(page.seconds * 1000))} ms"
    return line(words + took, "dim"), line("by rank" if page.query.strip() else "by date", "dim")


def _nothing(page: Page) -> list[Item]:
    """What to say, and to advise, where nothing was found."""
    if not page.query.strip():
        return [Plain(), Prose("There are no articles here.", "strong")]
    if page.missing:
        words = " and ".join(f"“{word}”" for word in page.missing)
        verb = "stands" if len(page.missing) == 1 else "stand"
        return [
            Plain(),
            Prose(f"{words} {verb} in no article here.", "strong"),
            Prose("Try another spelling, or the beginning of the word and a star: sanct*", "dim"),
        ]
    return [
        Plain(),
        Prose("No article holds all of this.", "strong"),
        Prose("Take a word away, or put OR between words where one of them is enough.", "dim"),
    ]
