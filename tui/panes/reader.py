"""The article pane: the text to read, with quotations, hits and names marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from tui import bindings, phrases
from tui.panes.wishes import Find, Meet, Star, Wish
from tui.reasons import reason
from tui.session import Current, Kind, Session
from tui.text.layers import Mark
from tui.text.lines import Line, Piece
from tui.text.sheet import Stretch
from tui.themes import hue
from tui.widgets.document import Document, nearest
from tui.widgets.framed import Framed
from tui.widgets.posted import Posted

if TYPE_CHECKING:
    from index.model import Quotation
    from tui.settings import Settings

_STYLES = {"title": "title", "standfirst": "strong", "crosshead": "heading"}
_FAINT = {"caption": "dim", "furniture": "dim"}
_SLANTED = {"indirect", "statement"}
_UNSURE = 0.6
"""Indirect speech that is less sure than this is often an attitude rather than words: it is shown fainter."""
_TITLE = "Article"
_NOTHING = "No article yet: the one under the cursor of the results is shown here."


class ReaderPane(Framed):
    """One article, for reading."""

    BINDINGS = bindings.of_pane("article")

    class Reached(Posted):
        """Another place is the current one."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="article")
        self._session = session
        self.border_title = _TITLE
        self.text = Document(id="text")
        self._styles = _STYLES | _FAINT

    def set_as(self, chosen: Settings) -> None:
        """Set articles as a person has chosen; before the first is shown."""
        self.text.column, self.text.spacing, self.text.has_rail = chosen.column, chosen.spacing, chosen.rail
        self._styles = _STYLES | _FAINT if chosen.dim else _STYLES

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield self.text

    def show_nothing(self) -> None:
        """Say what will stand here."""
        self.text.show("", (), {-1: [Piece(_NOTHING, "dim")]}, {})

    def enter(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.text)

    # What is shown ---------------------------------------------------------------------------------------------------

    def show_article(self) -> None:
        """Show the session's article from its top."""
        article = self._session.article
        if article is None:
            return
        blocks = [Stretch(block.start, block.end, self._styles.get(block.kind, "")) for block in article.blocks]
        title = next((i for i, block in enumerate(article.blocks) if block.kind == "title"), -1)
        notes = {title: [Piece(words, "dim") for words in phrases.about(article)]}
        marks = {"names": self._name_marks(), "quotations": self._quotation_marks(), "hits": self._hit_marks()}
        self.text.show(article.text, blocks, notes, marks)
        self.show_labels()
        self._tell_place()

    def show_labels(self) -> None:
        """Say at the upper edge which star and tags the article has."""
        labels = phrases.labels(self._session.article) if self._session.article else ""
        self.entitle(f"{_TITLE}  {labels}".rstrip())

    def show_hits(self) -> None:
        """Mark the words searched for or to be found, which are others now."""
        self.text.mark("hits", self._hit_marks())
        self._tell_place()

    def show_quotations(self) -> None:
        """Mark the quotations that are shown, which are others now."""
        self.text.mark("quotations", self._quotation_marks())
        if self._session.quotation_at(self._session.current) is None:
            self.go_to(None)

    def go_to(self, current: Current | None, *, reveal: bool = True) -> None:
        """Make a place the current one; `None` for none."""
        self._session.current = current
        self.text.point_out((current.start, current.end) if current else None, self._caption(current), reveal=reveal)
        self._tell_place()

    def _caption(self, current: Current | None) -> Line:
        words = self.explained(current)
        quotation = self._session.quotation_at(current)
        speaker = quotation.speaker if quotation else None
        actors = speaker.actors if speaker else () if quotation else self._session.actors_at(current)
        style = hue(actors[0]) if actors else "dim"
        first, *more = words.split(" · ")
        return [Piece(f"└ {first}", style), *(Piece(f" · {part}", style) for part in more)] if words else ()

    def explained(self, current: Current | None) -> str:
        """The line under a place, in words: who speaks to whom, or why; who is named."""
        article = self._session.article
        if current is None or article is None:
            return ""
        quotation = self._session.quotation_at(current)
        if quotation is not None:
            if self._session.why:
                return reason(quotation)
            return phrases.attribution(quotation, phrases.names_of(article))
        return phrases.described(current, article) if current.kind == "name" else ""

    def on_resize(self) -> None:
        """There is room for other words at the lower edge."""
        self._tell_place()

    @on(Document.Scrolled)
    def _tell_place(self) -> None:
        """Say at the lower edge which place this is, and who speaks there if the line that tells is out of sight."""
        current = self._session.current
        words = "nowhere in this article" if self._session.sought and not self._session.marks else ""
        gone = current is not None and current.kind == "hit" and (current.start, current.end) not in self._session.marks
        if current is not None and current.kind != "passage" and not gone:
            words = f"{current.kind} {current.number + 1} of {len(self._session.places(current.kind))}"
            if not self.text.caption_in_sight() and (explained := self.explained(current)):
                words = f"{explained} · {words}"
        self.tell(phrases.hints(words, self.size.width - 4) if self.size.width else words)

    def _quotation_marks(self) -> list[Mark]:
        article = self._session.article
        return quotation_marks(self._session.quotations, phrases.letters_of(article)) if article else []

    def _hit_marks(self) -> list[Mark]:
        return [Mark(*span, "hit", rail="•") for span in self._session.marks]

    def _name_marks(self) -> list[Mark]:
        return [Mark(place.start, place.end, "name") for place in self._session.names]

    # What the person does ---------------------------------------------------------------------------------------------

    def _walk(self, kind: Kind, step: int) -> None:
        """Go to the next place of a kind, or further by as many steps as were wanted: from the current one if that is
        in sight, otherwise from what is."""
        places = self._session.places(kind)
        spans = [(place.start, place.end) for place in places]
        top, bottom = self.text.in_sight
        current = self._session.current
        if current is not None and top <= current.start < bottom:
            number = nearest(spans, current.start + (1 if step > 0 else 0), step)
        else:
            number = nearest(spans, top if step > 0 else bottom, step)
        if number is not None:
            self.go_to(places[(number + (self._session.steps - 1) * step) % len(places)])
            self.post_message(self.Reached())

    def do_next_hit(self) -> None:
        """Go to the next hit."""
        self._walk("hit", 1)

    def do_previous_hit(self) -> None:
        """Go to the hit before."""
        self._walk("hit", -1)

    def do_next_quotation(self) -> None:
        """Go to the next quotation."""
        self._walk("quotation", 1)

    def do_previous_quotation(self) -> None:
        """Go to the quotation before."""
        self._walk("quotation", -1)

    def do_next_name(self) -> None:
        """Go to the next name."""
        self._walk("name", 1)

    def do_previous_name(self) -> None:
        """Go to the name before."""
        self._walk("name", -1)

    def do_find(self) -> Wish:
        """Type what to find."""
        return Find()

    def do_star(self) -> Wish | None:
        """Star the article, or take its star."""
        article = self._session.article
        return Star((article.id,)) if article is not None else None

    def do_card(self) -> Wish | None:
        """Show the card of who speaks or is named at the current place."""
        actors = self._session.actors_at(self._session.current)
        return Meet(actors[0]) if actors else None

    def do_down(self) -> None:
        """Scroll a line down."""
        self.text.scroll_relative(y=1, animate=False)

    def do_up(self) -> None:
        """Scroll a line up."""
        self.text.scroll_relative(y=-1, animate=False)

    def do_page_down(self) -> None:
        """Scroll a page down, with two lines kept."""
        self.text.scroll_relative(y=max(1, self.text.size.height - 2), animate=False)

    def do_page_up(self) -> None:
        """Scroll a page up, with two lines kept."""
        self.text.scroll_relative(y=-max(1, self.text.size.height - 2), animate=False)

    def do_first(self) -> None:
        """Scroll to the top."""
        self.text.scroll_to(y=0, animate=False)

    def do_last(self) -> None:
        """Scroll to the end."""
        self.text.scroll_to(y=self.text.max_scroll_y, animate=False)

    @on(Document.Pointed)
    def _pointed(self, event: Document.Pointed) -> None:
        """A click makes the quotation or name under it the current place; a second one opens the card."""
        event.stop()
        kinds: tuple[Kind, ...] = ("name", "quotation", "hit")
        under = [
            place for kind in kinds for place in self._session.places(kind) if place.start <= event.offset < place.end
        ]
        self.go_to(under[0] if under else None, reveal=False)
        self.post_message(self.Reached())
        if event.times > 1 and (wish := self.do_card()):
            self.post_message(wish)


def quotation_marks(quotations: Sequence[Quotation], letters: Mapping[str, str]) -> list[Mark]:
    """The marks of quotations: the speaker's hue, a sign by kind, the speaker's letter."""
    return [_mark(quotation, letters) for quotation in quotations]


def _mark(quotation: Quotation, letters: Mapping[str, str]) -> Mark:
    if quotation.kind == "indirect" and quotation.confidence < _UNSURE:
        return Mark(quotation.start, quotation.end, "dim slanted", sign=phrases.SIGNS["indirect"])
    actors = quotation.speaker.actors if quotation.speaker else ()
    style = hue(actors[0]) if actors else ""
    letter = letters.get(actors[0], "?") if actors else "?"
    if quotation.kind in _SLANTED:
        style = f"{style} slanted"
    sign = phrases.SIGNS[quotation.kind]
    return Mark(quotation.start, quotation.end, style, sign=sign, letter=letter, rail=letter)


def line_of(text: str, offset: int) -> int:
    """The number of the line of the file on which `offset` stands, from 1."""
    return text.count("\n", 0, offset) + 1
