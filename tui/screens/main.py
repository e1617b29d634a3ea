"""The main screen: three panes, and the wiring between them, the session and the gateway.

State flows down: messages of the gateway and of the panes end here, change the session, and the panes are told to
show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tui import bindings, layout, messages, phrases
from tui.commands import BY_ID, Owner, footer
from tui.panes.actors import ActorsPane
from tui.panes.reader import ReaderPane
from tui.panes.search import SearchPane
from tui.screens.doing import Doing
from tui.screens.travel import Travel
from tui.session import PAGE, Current, Session
from tui.text.lines import Piece, line
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.widget import Widget

    from index.model import Overview
    from tui.gateway import Gateway
    from tui.screens.chooser import Choice

_NOTICE_FOR = 6.0


class MainScreen(Screen[None]):
    """What one sees and works in."""

    BINDINGS = bindings.everywhere()
    AUTO_FOCUS = "#query"

    def __init__(self, gateway: Gateway, name: str, notice: str = "") -> None:
        super().__init__()
        self._corpus = name
        self._facts: tuple[str, ...] = ()
        self.gateway = gateway
        self.session = Session()
        self.header = Bar(id="header")
        self.footer = Bar(id="footer")
        self.search = SearchPane(self.session)
        self.reader = ReaderPane(self.session)
        self.actors = ActorsPane(self.session)
        self.panes: dict[Owner, SearchPane | ReaderPane | ActorsPane] = {
            "search": self.search,
            "article": self.reader,
            "actors": self.actors,
        }
        self.travel = Travel(self)
        self._owners = {"app": Doing(self), **self.panes}
        self.weights = dict(layout.WEIGHTS)
        self.shown: tuple[Owner, ...] = ()
        self.zoomed = False
        self._came_from: Widget | None = None
        self._notice = notice
        self._notice_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        self._fit_panes()  # before they are drawn, so that they are drawn once
        yield self.header
        with Horizontal(id="panes"):
            yield self.search
            yield self.reader
            yield self.actors
        yield self.footer

    def on_mount(self) -> None:
        """Say at once what is open; open it once that has been drawn."""
        glance = self.gateway.glance()
        if glance is None:
            self._show_header("first visit")
            self.search.show_first_visit()
            self.reader.show_nothing()
            self.actors.show_nothing()
        else:
            self._show_header(*_counts(glance.articles, glance.quotations, glance.actors))
        self.search.show_waiting("opening …")
        self.call_after_refresh(self.gateway.start)
        self.gateway.search("", self.session.limit)
        self.gateway.find_actors("")

    # What is shown around the panes -----------------------------------------------------------------------------------

    def _show_header(self, *facts: str) -> None:
        """Say what is open, and as many of the facts about it as there is room for."""
        self._facts = facts
        room = self.app.size.width - len(self._corpus) - 14
        while len(facts) > 1 and len(" · ".join(facts)) > room:
            facts = facts[:-1]
        self.header.show([Piece("Readout", "strong mark"), Piece(f"  {self._corpus}")], line(" · ".join(facts), "dim"))

    def show_footer(self) -> None:
        """Say what the keys do now, or what has just happened."""
        if self._notice:
            self.footer.show(line(self._notice, "mark"))
            return
        keys: list[Piece] = []
        room = self.app.size.width - 2
        for key, name in footer(self.session.pane, self.facts(), typing=self.typing):
            if len(key) + len(name) + 1 > room:
                break
            room -= len(key) + len(name) + 4
            keys += [Piece("   " if keys else ""), Piece(key, "key"), Piece(f" {name}", "dim")]
        self.footer.show(keys)

    def notice(self, sentence: str, *, stays: bool = False) -> None:
        """Tell the person something in the footer; it goes after a while, or with the next command."""
        self._notice = sentence
        if self._notice_timer is not None:
            self._notice_timer.stop()
            self._notice_timer = None
        if sentence and not stays:
            self._notice_timer = self.set_timer(_NOTICE_FOR, lambda: self.notice(""))
        self.show_footer()

    @property
    def typing(self) -> bool:
        """Whether letters go into a box."""
        return isinstance(self.focused, Input)

    def facts(self) -> frozenset[str]:
        """What there is to work with now."""
        self.session.selecting = self.reader.text.selected is not None
        self.session.columns = len(self.shown)
        return self.session.facts()

    # The panes --------------------------------------------------------------------------------------------------------

    def show_panes(self) -> None:
        """Show the panes that fit, in their widths, and what the keys do in them."""
        self._fit_panes()
        self.show_footer()

    def _fit_panes(self) -> None:
        self.shown = layout.visible(self.app.size.width, self.session.pane, self.shown, zoomed=self.zoomed)
        for name, pane in self.panes.items():
            pane.styles.width = f"{self.weights[name]}fr"
            pane.display = name in self.shown

    def enter_pane(self, name: Owner) -> None:
        """Give the keys to a pane, and show it."""
        self.session.pane = name
        self.show_panes()
        self.panes[name].enter()

    def type_into(self, box: Box) -> None:
        """Give the keys to a box, and keep in mind where they were."""
        if not self.typing:
            self._came_from = self.focused
        self.session.pane = "actors" if box is self.actors.box else "search"
        self.show_panes()
        box.focus()
        box.select_all()

    def leave_box(self) -> None:
        """Give the keys back to where they were before, or to what stands under the box."""
        back, self._came_from = self._came_from, None
        pane = next((name for name, pane in self.panes.items() if back and pane in back.ancestors), None)
        if back is None or pane is None or isinstance(back, Input):
            (self.search.results if self.session.pane == "search" else self.actors.list).focus()
        else:
            self.session.pane = pane
            self.show_panes()
            back.focus()

    def on_resize(self) -> None:
        """Show as much as the terminal now has room for."""
        self._show_header(*self._facts)
        self.show_panes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep in mind which pane has the keys."""
        for name, pane in self.panes.items():
            if pane in event.widget.ancestors and self.session.pane != name:
                self.session.pane = name
                self.show_panes()
        self.show_footer()

    def watch_selections(self) -> None:
        """A selection can be copied."""
        self.show_footer()

    # Commands ---------------------------------------------------------------------------------------------------------

    def action_do(self, command_id: str) -> None:
        """Do a command; where it would do nothing now, say why."""
        command = BY_ID[command_id]
        if self._notice:
            self.notice("")
        facts = self.facts()
        if not command.works(facts):
            self.notice(command.why_not(facts))
            return
        if command.owner == "article" and "article" not in self.shown:
            self.enter_pane("article")
        getattr(self._owners[command.owner], f"do_{command.verb}")()
        self.show_footer()

    def take(self, choice: Choice | None) -> None:
        """Do what was chosen in the help or the palette."""
        match choice:
            case ("command", command):
                self.action_do(command)
            case ("article", article):
                self.travel.open_article(article)
            case ("actor", actor):
                self.travel.open_card(actor)

    # What the panes say -----------------------------------------------------------------------------------------------

    def on_search_pane_typed(self, event: SearchPane.Typed) -> None:
        """Search for what is typed."""
        self.session.limit = PAGE
        self.session.proposal = None
        if self._notice:
            self.notice("")
        self.gateway.search(event.query, PAGE)

    def on_search_pane_submitted(self) -> None:
        """Take the proposal if there is one; otherwise go to the results."""
        if self.session.proposal:
            self.search.box.value = self.session.proposal
            self.search.box.cursor_position = len(self.session.proposal)
        elif self.session.page and self.session.page.hits:
            self.search.results.focus()

    def on_search_pane_more(self) -> None:
        """Ask for more hits where there are more."""
        page = self.session.page
        if page and len(page.hits) >= self.session.limit and (page.total is None or page.total > len(page.hits)):
            self.session.limit += PAGE
            self.gateway.search(self.session.query, self.session.limit)

    @on(VirtualList.Moved, "#results")
    def _result_moved(self) -> None:
        self.preview()

    def on_search_pane_opened(self, event: SearchPane.Opened) -> None:
        """Read an article, with a way back."""
        self.travel.open_article(event.article)

    def preview(self) -> None:
        """Show the article of the result under the cursor, from its top."""
        hit = self.search.hit
        if hit is not None and (self.session.article is None or self.session.article.id != hit.id):
            self.gateway.read(hit.id, self.session.query)

    def on_reader_pane_reached(self, event: ReaderPane.Reached) -> None:
        """Other keys work at another place."""
        self.show_footer()

    def on_reader_pane_followed(self, event: ReaderPane.Followed) -> None:
        """Show the card of who speaks or is named there, with a way back."""
        self.travel.open_card(event.actor)

    def on_actors_pane_typed(self, event: ActorsPane.Typed) -> None:
        """Look for actors of that name."""
        self.gateway.drop("card")
        self.gateway.find_actors(event.name)

    def on_actors_pane_picked(self, event: ActorsPane.Picked) -> None:
        """Show a card, with a way back."""
        self.travel.open_card(event.actor)

    def on_actors_pane_led(self, event: ActorsPane.Led) -> None:
        """Go to a place in an article, with a way back."""
        self.travel.open_article(event.article, Current("passage", event.start, event.end))

    # What the gateway says --------------------------------------------------------------------------------------------

    def on_progressed(self, event: messages.Progressed) -> None:
        """Show how far building the index has come."""
        words = f"{event.stage} {event.done * 100 // max(1, event.total)} %"
        self._show_header(words)
        self.search.show_waiting(words)

    def on_opened(self, event: messages.Opened) -> None:
        """Show what is open."""
        overview: Overview = event.overview
        self._show_header(*_counts(overview.articles, overview.quotations, overview.actors))
        if overview.problems:
            first = overview.problems[0]
            others = f", and {len(overview.problems) - 1} more" if len(overview.problems) > 1 else ""
            self.notice(f"Not read: {first.file} ({first.reason}){others}. The rest is here.")

    def on_failed(self, event: messages.Failed) -> None:
        """Say what is wrong with the corpus and what to do; the app goes on."""
        self._show_header("not open")
        self.search.show_failed(event)
        self.reader.show_nothing()
        self.actors.show_nothing()

    def on_crashed(self, event: messages.Crashed) -> None:
        """End in order: the terminal is restored and the trace is shown."""
        raise event.error

    @on(messages.Answer)
    def _answered(self, event: messages.Answer) -> None:
        """Show an answer, unless something newer was asked since."""
        if self.gateway.is_stale(event):
            return
        match event:
            case messages.Searched():
                self._show_page(event)
            case messages.Refused():
                self._show_refused(event)
            case messages.ArticleRead():
                self._show_article(event)
            case messages.ActorsFound():
                self._show_found(event)
            case messages.CardRead():
                self.session.card = event.card
                self.actors.show_card(event.line)
            case messages.Looked():
                for screen in self.app.screen_stack:
                    if screen is not self:
                        screen.post_message(event)
        self.show_footer()

    def on_unanswered(self, event: messages.Unanswered) -> None:
        """Say why there is no answer."""
        if not self.gateway.is_stale(event):
            self.notice(" ".join(part for part in (f"{event.title}.", event.detail, event.hint) if part))

    def _show_page(self, event: messages.Searched) -> None:
        session = self.session
        grown = session.page is not None and event.page.query == session.page.query and session.limit > PAGE
        session.page, session.query, session.proposal = event.page, event.page.query, None
        self.search.show_page(event.page, self.search.results.cursor if grown else 0)
        if grown:
            return
        if session.article is not None:
            self.gateway.read(session.article.id if session.pane == "article" else self._first(), session.query)
        else:
            self.preview()

    def _first(self) -> str:
        """The article to show beside new results: the best, or the present one where nothing was found."""
        page, article = self.session.page, self.session.article
        if page and page.hits:
            return page.hits[0].id
        return article.id if article else ""

    def _show_refused(self, event: messages.Refused) -> None:
        self.session.proposal = event.proposal
        self.search.show_refused(event)
        advice = f"enter takes  {event.proposal}" if event.proposal else event.hint
        self.notice(". ".join(part.rstrip(".") for part in (event.title, advice) if part), stays=True)

    def _show_article(self, event: messages.ArticleRead) -> None:
        session = self.session
        if session.article is not None and session.article.id == event.article.id and event.landing is None:
            session.hits = event.hits
            self.reader.show_hits()
            if session.current is not None and session.current.kind == "hit":
                self.reader.go_to(None)
            return
        session.show_article(event.article, event.hits)
        self.reader.show_article()
        if event.landing is not None:
            self.travel.land(event.landing)

    def _show_found(self, event: messages.ActorsFound) -> None:
        self.session.found, self.session.card = event.actors, None
        self.actors.show_found(event.name)
        if event.name.strip() and len(event.actors) == 1:
            self.gateway.card(event.actors[0].id)


def _counts(articles: int, quotations: int, actors: int) -> tuple[str, ...]:
    return phrases.count(articles, "article"), phrases.count(quotations, "quotation"), phrases.count(actors, "actor")
