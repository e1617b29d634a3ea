"""The main screen: the panes, and the wiring between them, the session and the gateway.

State flows down: messages of the gateway and of the panes end here, change the session, and the panes are told to
show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from tui import bindings, layout, messages
from tui.commands import BY_ID, Owner
from tui.last import Last
from tui.panes import wishes
from tui.panes.actors import ActorsPane
from tui.panes.reader import ReaderPane
from tui.panes.search import SearchPane
from tui.screens.asking import Asking
from tui.screens.doing import Doing
from tui.screens.edges import Edges
from tui.screens.finding import Finding
from tui.screens.hearing import Hearing
from tui.screens.recalling import Recalling
from tui.screens.travel import Travel
from tui.session import ORDERS, PAGE, Above, Asked, Current, Session
from tui.widgets.box import Box
from tui.widgets.split import Split
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.gateway import Gateway
    from tui.panes.ledger import LedgerPane
    from tui.screens.chooser import Choice


class MainScreen(Screen[None]):
    """What one sees and works in."""

    BINDINGS = bindings.everywhere()
    AUTO_FOCUS = "#search-box"

    def __init__(self, gateway: Gateway, name: str, notice: str = "") -> None:
        super().__init__()
        self.gateway = gateway
        self.session = Session()
        self.edges = Edges(self, name, notice)
        self.search = SearchPane(self.session)
        self.reader = ReaderPane(self.session)
        self.actors = ActorsPane(self.session)
        self.ledger: LedgerPane | None = None
        self.panes: dict[Owner, SearchPane | ReaderPane | ActorsPane | LedgerPane] = {
            "search": self.search,
            "article": self.reader,
            "actors": self.actors,
        }
        self._side_by_side = Split(id="panes")
        self.asking = Asking(self)
        self.travel = Travel(self)
        self.finding = Finding(self)
        self.recalling = Recalling(self)
        self._hearing = Hearing(self)
        self._doing = Doing(self)
        self.weights = dict(layout.WEIGHTS)
        self.shown: tuple[Owner, ...] = ()
        self.zoomed = False
        self._last: Last | None = None
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        self._fit_panes()  # before they are drawn, so that they are drawn once
        yield self.edges.header
        with self._side_by_side:
            yield self.search
            yield self.reader
            yield self.actors
        yield self.edges.footer

    def on_mount(self) -> None:
        """Say at once what is open; open it once that has been drawn."""
        glance = self.gateway.glance()
        if glance is None:
            self.edges.show_header("first visit")
            self._hearing.show_nothing_yet()
        else:
            self.edges.show_counts(glance.articles, glance.quotations, glance.actors)
        self.search.show_waiting("opening …")
        self.call_after_refresh(self.gateway.start)
        if self._last is not None:
            self.search.box.value = self._last.query
        self.asking.search(self.search.box.value)
        self.asking.find_actors("")
        self.search.box.select_all()  # what is typed takes the place of what was restored
        self.edges.show_footer()

    def update_node_styles(self, animate: bool = True) -> None:
        """Apply the styles to all that stands here. Before anything is drawn each has just got its own: again would be
        one part in forty of the time to the first frame, measured."""
        if self.size:
            super().update_node_styles(animate)

    # Last time --------------------------------------------------------------------------------------------------------

    def resume(self, last: Last) -> None:
        """Begin where the reader was; before anything is drawn."""
        self._last = last
        self.session.order = last.order
        self.weights.update(last.widths)
        self.zoomed = last.zoomed

    def take_up(self) -> bool:
        """Go to the article that was read, now that its search is answered; whether there was one.

        Whoever has begun something else meanwhile is left at it.
        """
        last, self._last = self._last, None
        elsewhere = self.session.pane != "search" or self.app.screen is not self
        if last is None or last.visit.article is None or elsewhere or self.search.box.value != last.query:
            return False
        self.travel.go_to(last.visit)
        return True

    def left(self) -> Last:
        """Where the reader is."""
        here = self.travel.here()
        return Last(self.session.query, self.session.order, here, self.weights, self.zoomed)

    @property
    def typing(self) -> bool:
        """Whether letters go into a box."""
        return isinstance(self.focused, Input)

    def facts(self) -> frozenset[str]:
        """What there is to work with now."""
        self.session.selecting = self.reader.text.selected is not None
        self.session.columns = len(self.shown)
        row = self.ledger.row if self.ledger and self.session.pane == "ledger" else None
        under = row.said if row else self.search.hit
        self.session.copied = bool(under and under.copies)
        self.session.chips = len(self.search.chips.all)
        self.session.on_chip = self.search.chips.current is not None
        self.session.typing = self.typing
        self.session.awaiting = self.typing and self.asking.awaits("search")
        return self.session.facts()

    # The panes --------------------------------------------------------------------------------------------------------

    def show_panes(self) -> None:
        """Show the panes that fit, in their widths, and what the keys do in them."""
        self._fit_panes()
        self.edges.show_footer()

    def _fit_panes(self) -> None:
        width, height = self.app.size
        self.shown = layout.visible(width, self.session.pane, self.shown, zoomed=self.zoomed, height=height)
        for name, pane in self.panes.items():
            if name in self.weights:
                pane.styles.width = f"{self.weights[name]}fr"
            pane.display = name in self.shown
        self._side_by_side.display = self.shown != ("ledger",)

    @on(Split.Dragged)
    def _dragged(self, event: Split.Dragged) -> None:
        left, right = (name for name, pane in self.panes.items() if pane.id in (event.left, event.right))
        both = self.panes[left].region.width + self.panes[right].region.width
        self.weights = layout.dragged(self.weights, left, right, event.width / both)
        self.show_panes()

    async def mount_ledger(self) -> None:
        """Make the pane of quotations, if it is not there yet: most visits do without."""
        if self.ledger is None:
            from tui.panes.ledger import LedgerPane

            self.ledger = self.panes["ledger"] = LedgerPane(self.session)
            await self.mount(self.ledger, before=self._side_by_side)

    def fill_ledger(self, asked: Asked, row: int = 0) -> None:
        """List other quotations, and say in the box what was asked for."""
        if self.ledger is not None:
            self.session.asked = asked
            self.ledger.box.value = asked.text
            self.asking.quotations(asked, row)

    def enter_pane(self, name: Owner) -> None:
        """Give the keys to a pane, and show it."""
        self.session.pane = name
        self.show_panes()
        self.panes[name].enter()

    def type_into(self, box: Box) -> None:
        """Give the keys to a box, and keep in mind where they were."""
        if not self.typing:
            self._came_from = self.focused
        self.session.pane = self._pane_of(box) or self.session.pane
        self.show_panes()
        self.set_focus(box)
        box.select_all()

    def leave_box(self) -> None:
        """Give the keys back to where they were before, or to what stands under the box."""
        back, self._came_from = self._came_from, None
        pane = self._pane_of(back)
        if back is None or pane is None or isinstance(back, Input):
            self.set_focus(self.panes[self.session.pane].query("VirtualList, Document").first())
        else:
            self.session.pane = pane
            self.show_panes()
            self.set_focus(back)

    def _pane_of(self, widget: Widget | None) -> Owner | None:
        return next((name for name, pane in self.panes.items() if widget and pane in widget.ancestors), None)

    def on_resize(self) -> None:
        """Show as much as the terminal now has room for."""
        self.edges.show_header()
        self.show_panes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep in mind which pane has the keys. The mouse may have given them, or a command since."""
        if self.focused is not self.search.box:
            self.search.hide_completions()
        pane = self._pane_of(self.focused)
        if pane and self.session.pane != pane:
            self.session.pane = pane
            self.show_panes()
        self.edges.show_footer()

    def watch_selections(self) -> None:
        """A selection can be copied."""
        self.edges.show_footer()

    # Commands ---------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> None:
        """Take a key into account for the number before a step, and say what that can be for."""
        before = self.session.count
        self.session.press(key)
        if before != self.session.count:
            self.edges.show_footer()

    async def action_do(self, command_id: str) -> None:
        """Do a command of the keys, once what was asked before it is there."""
        await self.asking.settled()
        await self.do(command_id)

    async def do(self, command_id: str) -> None:
        """Do a command; where it would do nothing now, say why."""
        command = BY_ID[command_id]
        self.edges.notice("")
        facts = self.facts()
        if not command.works(facts):
            self.edges.notice(command.why_not(facts))
            return
        if command.owner == "article" and ("article" not in self.shown or self.session.steps > 1):
            self.enter_pane("article")
        owner = {"app": self._doing, "finder": self.finding}.get(command.owner) or self.panes[command.owner]
        wish = getattr(owner, f"do_{command.verb}")()
        if isinstance(wish, wishes.Wish):
            await self.grant(wish)
        elif wish is not None:
            await wish
        self.edges.show_footer()

    async def take(self, choice: Choice) -> None:
        """Do what was chosen in the help or the palette."""
        match choice:
            case ("command", command):
                await self.do(command)
            case ("article", article):
                self.travel.open_article(article)
            case ("actor", actor):
                self.travel.open_card(actor)
            case ("search", query):
                self.search.type(query)
            case ("saved", name):
                self.recalling.run(name)
            case ("keep", name):
                self.recalling.save(name)
            case ("theme", name):
                self._doing.show_theme(name)
            case ("copy", form):
                self._doing.copy_as(form)
            case ("topic", name):
                await self.travel.open_ledger(Asked(scope="topic", of=name))

    async def open_above(self, what: Above) -> None:
        """Show again what lay above the panes, as it was left."""
        if what == "contacts":
            await self._doing.open_contacts()
        elif what == "concordance":
            await self._doing.open_concordance()

    # What the panes say -----------------------------------------------------------------------------------------------

    @on(wishes.Wish)
    async def grant(self, wish: wishes.Wish) -> None:
        """Do what a pane wants done beyond it."""
        match wish:
            case wishes.Results():
                self._go_to_results()
            case wishes.Recall(step):
                if not self.recalling.recall(step) and step < 0 and self.search.list.items:
                    self.set_focus(self.search.list)
            case wishes.Type(query):
                self.search.type(query)
            case wishes.Sort():
                self._sort()
            case wishes.Star(articles):
                self.gateway.star(articles)
            case wishes.Narrow():
                await self.recalling.narrow()
            case wishes.Copies(title, copies, places):
                from tui.screens.copied import Copied

                async def read(choice: Choice) -> None:
                    place = places.get(choice[1])
                    self.travel.open_article(choice[1], Current("passage", *place) if place else None)

                await self.app.push_screen(Copied(title, copies, read))
            case wishes.Everything():
                self.gateway.everything(self.session.query)
            case wishes.More():
                self._ask_for_more()
            case wishes.Read(article, span):
                self.recalling.remember()
                self.search.end_hint()
                self.travel.open_article(article, Current("passage", *span) if span else None)
            case wishes.Find():
                await self.finding.open()
            case wishes.Meet(actor):
                self.travel.open_card(actor)
            case wishes.List(asked):
                await self.travel.open_ledger(asked)
            case wishes.Export():
                await self._doing.export_quotations()
            case wishes.Time():
                await self._doing.do_timeline()
            case wishes.Contacts(actors):
                await self._doing.open_contacts(actors)
            case wishes.PutRight(what, guess):
                await self._doing.put_right(what, guess)

    def _go_to_results(self) -> None:
        """Take the proposal if there is one; otherwise go to the results, or to where they will be."""
        page = self.session.page
        if self.session.proposal:
            self.search.type(self.session.proposal)
        elif (page and (page.hits or page.near)) or self.asking.awaits("search"):
            self.recalling.remember()
            self.set_focus(self.search.list)

    def _sort(self) -> None:
        """Show the results in the next order."""
        session = self.session
        session.order = ORDERS[(ORDERS.index(session.order) + 1) % len(ORDERS)]
        self.asking.search(session.query)

    def _ask_for_more(self) -> None:
        page = self.session.page
        if page and len(page.hits) >= self.session.limit and (page.total is None or page.total > len(page.hits)):
            self.asking.search(self.session.query, self.session.limit + PAGE)

    @on(Box.Changed)
    def _typed(self, event: Box.Changed) -> None:
        """Ask for what is typed."""
        self.edges.notice("")
        self.asking.typed()

    @on(VirtualList.Moved, "#search-list")
    def _result_moved(self) -> None:
        self.asking.preview_soon()

    @on(VirtualList.Moved, "#ledger-list")
    def _quotation_moved(self) -> None:
        self.asking.follow_soon()

    def preview(self) -> None:
        """Show the article of the result under the cursor, from its top."""
        hit = self.search.hit
        if hit is not None and (self.session.article is None or self.session.article.id != hit.id):
            self.asking.preview(hit.id)

    def on_reader_pane_reached(self) -> None:
        """Other keys work at another place."""
        self.edges.show_footer()

    # What the gateway says --------------------------------------------------------------------------------------------

    @on(messages.FromGateway)
    def _hear(self, message: messages.FromGateway) -> None:
        self._hearing.hear(message)
