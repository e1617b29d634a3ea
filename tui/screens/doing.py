"""What the commands of the whole app do. One method a command, `do_<verb>`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui import layout, paths, phrases
from tui.session import Asked, Change
from tui.settings import THEMES

if TYPE_CHECKING:
    from tui.decisions import Decision
    from tui.screens.concordances import Concordances
    from tui.screens.contacting import Contacting
    from tui.screens.main import MainScreen
    from tui.screens.outgoing import Outgoing


class Doing:
    """Does the commands whose owner is "app"."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self._concordances: Concordances | None = None
        self._contacting: Contacting | None = None
        self._outgoing: Outgoing | None = None

    # Panes ------------------------------------------------------------------------------------------------------------

    async def do_search(self) -> None:
        """Go to the box of the pane: for a search, what to find in the article, which quotations to list."""
        if self._session.pane == "article" and self._session.article:
            await self._screen.finding.open()
        elif self._session.pane == "ledger" and self._screen.ledger:
            self._screen.type_into(self._screen.ledger.box)
        else:
            self.do_new_search()

    def do_new_search(self) -> None:
        """Go to the search box, with what stands there selected."""
        self._screen.type_into(self._screen.search.box)

    def do_look_up(self) -> None:
        """Go to the box for names."""
        self._screen.type_into(self._screen.actors.box)

    async def do_leave(self) -> None:
        """Leave the innermost of: the box, the selection, the zoom, the current place."""
        screen = self._screen
        if screen.finding.typing:
            screen.finding.leave()
        elif screen.typing:
            screen.leave_box()
        elif self._session.selecting:
            screen.clear_selection()
        elif self._session.sought is not None and self._session.pane == "article":
            screen.finding.leave()
        elif screen.zoomed:
            self.do_zoom()
        elif "ledger" in screen.shown:
            screen.shown = ()  # it stands above the article no longer
            if self._session.pane == "ledger":
                await screen.travel.back()
            screen.show_panes()
        else:
            screen.reader.go_to(None)

    def do_pane_search(self) -> None:
        """Go to the search pane."""
        self._screen.enter_pane("search")

    def do_pane_article(self) -> None:
        """Go to the article pane."""
        self._screen.enter_pane("article")

    def do_pane_actors(self) -> None:
        """Go to the actors pane."""
        self._screen.enter_pane("actors")

    def do_next_pane(self) -> None:
        """Type what is offered in the search box; else go to the pane at the right, and from the last to the first."""
        if not self._screen.search.take_offer():
            self._turn(1)

    def do_previous_pane(self) -> None:
        """Go to the pane at the left, and from the first to the last."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = self._screen.shown if "ledger" in self._screen.shown else layout.PANES
        self._screen.enter_pane(panes[(panes.index(self._session.pane) + step) % len(panes)])

    def do_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self._screen.zoomed = not self._screen.zoomed
        self._screen.show_panes()

    def do_wider(self) -> None:
        """Make the pane wider."""
        self._resize(1)

    def do_narrower(self) -> None:
        """Make the pane narrower."""
        self._resize(-1)

    def _resize(self, step: int) -> None:
        screen = self._screen
        screen.weights = layout.resized(screen.weights, self._session.pane, screen.shown, step)
        screen.show_panes()

    # Going ------------------------------------------------------------------------------------------------------------

    async def do_ledger(self) -> None:
        """List the quotations of the pane that has the keys: the article's, the actor's, or those with the words
        searched for."""
        session = self._session
        asked = Asked(text=session.query.strip())
        if session.pane == "article" and session.article:
            asked = Asked(scope="article", of=session.article.id)
        elif session.pane == "actors" and session.card:
            asked = Asked(scope="actor", of=session.card.actor.id)
        if session.pane != "ledger":
            await self._screen.travel.open_ledger(asked)

    async def do_concordance(self) -> None:
        """List the words searched for among their neighbours."""
        await self.open_concordance(self._session.query)

    async def open_concordance(self, query: str | None = None) -> None:
        """Open the concordance; without a query, as it was left."""
        if self._concordances is None:
            from tui.screens.concordances import Concordances

            self._concordances = Concordances(self._screen)
        await self._concordances.open(query)

    async def do_contacts(self) -> None:
        """List who met whom, as it was left."""
        await self.open_contacts()

    async def open_contacts(self, actors: Sequence[str] | None = None) -> None:
        """Open the contacts of some actors; without any, as they were left."""
        if self._contacting is None:
            from tui.screens.contacting import Contacting

            self._contacting = Contacting(self._screen)
        await self._contacting.open(None if actors is None else " ".join(actors))

    async def do_topics(self) -> None:
        """List the matters that articles come back to."""
        from tui.screens.topics import TopicList

        await self._screen.app.push_screen(TopicList(self._screen.take, self._out.write_table))
        self._screen.gateway.topics()

    async def do_timeline(self) -> None:
        """Show the results over time; in the actors pane, the actor on the card."""
        from tui.screens.timing import Over, Timing

        screen, card = self._screen, self._session.card
        over = Over(self._session.query, None, self._session.query)
        if self._session.pane == "actors" and card is not None:
            over = Over("", card.actor.id, card.actor.name)
        await screen.app.push_screen(Timing(screen.gateway, over, screen.take, self._out.write_table))

    async def do_back(self) -> None:
        """Go back."""
        await self._screen.travel.back()

    async def do_forward(self) -> None:
        """Go forward again."""
        await self._screen.travel.forward()

    async def do_palette(self) -> None:
        """Open the palette."""
        from tui.screens.palette import Palette

        screen = self._screen
        await screen.app.push_screen(
            Palette(screen.gateway, screen.facts(), screen.recalling.searches.saved, screen.take)
        )

    async def do_help(self) -> None:
        """Open the list of keys."""
        from tui.screens.help import Help

        screen = self._screen
        await screen.app.push_screen(Help(self._session.pane, screen.facts(), screen.take))

    async def do_saved(self) -> None:
        """Open the list of searches that are kept, and ask what is new in them."""
        from tui.screens.saved import SavedSearches

        screen = self._screen
        chooser = SavedSearches(screen.recalling, screen.search.box.value, screen.take)
        await screen.app.push_screen(chooser)
        screen.gateway.count(screen.recalling.searches.saved)

    def do_theme(self) -> None:
        """Change to the next theme, and say how to keep it."""
        self.show_theme(THEMES[(THEMES.index(self._screen.app.theme) + 1) % len(THEMES)])

    def show_theme(self, name: str) -> None:
        """Change to a theme, and say how to keep it."""
        app = self._screen.app
        app.theme = name
        self._screen.edges.notice(f'{app.theme}. To keep it: theme = "{app.theme}" in {paths.config_file()}')

    def do_quit(self) -> None:
        """Leave Readout."""
        self._screen.app.exit()

    # Putting right ----------------------------------------------------------------------------------------------------

    async def do_correct(self) -> None:
        """Ask what is wrong with the current quotation, or with the actor on the card, and write that."""
        if self._session.pane == "actors":
            await self.put_right()
            return
        from tui.screens.correcting import Correcting

        article, quotation = self._session.article, self._session.quotation_at(self._session.current)
        if article and quotation:

            def write(change: Change) -> None:
                self._screen.gateway.correct(article.id, quotation.id, change)

            await self._screen.app.push_screen(Correcting(self._screen.gateway, article, quotation, write))

    async def put_right(self, what: Literal["", "same", "part"] = "", guess: str = "") -> None:
        """Ask what is wrong with the actor on the card, and write that."""
        from tui.screens import forms
        from tui.screens.deciding import Deciding

        if (card := self._session.card) is not None:
            gateway, first = self._screen.gateway, {"same": 0, "part": 1}.get(what)
            title = f"Put right · {card.actor.name}"
            dialog = Deciding(gateway, title, forms.of_actor(card, guess), gateway.decide, first)
            await self._screen.app.push_screen(dialog)

    async def do_source(self) -> None:
        """Ask when, where and by whom the article was published, or all that are marked, and write that."""
        from tui.screens import forms
        from tui.screens.deciding import Deciding

        if self._session.pane == "search" and (hits := list(self._session.chosen.values())):
            title = f"Where {phrases.count(len(hits), 'article')} come{'s' * (len(hits) == 1)} from"
            dialog = Deciding(self._screen.gateway, title, [forms.OfSources(hits)], self._say_of_marked)
            await self._screen.app.push_screen(dialog)
        elif (article := self._session.article) is not None:
            gateway = self._screen.gateway
            dialog = Deciding(gateway, "Where the article comes from", [forms.OfSource(article)], gateway.decide)
            await self._screen.app.push_screen(dialog)

    async def do_tags(self) -> None:
        """Ask which tags the article shall have, or all that are marked, and write that."""
        from tui.screens.tagging import Tagging

        screen, session = self._screen, self._session
        shown = [session.article] if session.article else []
        articles = screen.search.meant if session.pane == "search" else shown

        def write(tags: tuple[str, ...], untagged: tuple[str, ...]) -> None:
            screen.gateway.tag([article.id for article in articles], tags, untagged)
            if session.pane == "search":
                screen.search.unmark()

        if articles:
            await screen.app.push_screen(Tagging(articles, write))
            screen.gateway.tags_in_use()

    def _say_of_marked(self, decision: Decision) -> None:
        """Write where they come from; they are marked no longer."""
        self._screen.gateway.decide(decision)
        self._screen.search.unmark()

    def do_confirm(self) -> None:
        """Write that the current quotation is right."""
        article, quotation = self._session.article, self._session.quotation_at(self._session.current)
        if article and quotation:
            self._screen.gateway.correct(article.id, quotation.id, Change(confirmed=True))

    def do_undo(self) -> None:
        """Take back what was last written."""
        self._screen.gateway.undo()

    def do_refresh(self) -> None:
        """Take in what has been read since, or look whether anything has changed; and draw all again."""
        if self._session.failed:
            self._session.failed = False
            self._screen.search.show_waiting("opening …")
            self._screen.gateway.start()
        else:
            self._screen.gateway.refresh()
        self._screen.call_later(self._screen.app.run_action, "app.draw_anew")

    def do_why(self) -> None:
        """Show the reason for the speaker, or again who speaks to whom."""
        reader, current = self._screen.reader, self._session.current
        self._session.why = not self._session.why
        reader.go_to(current, reveal=False)
        if self._session.why and not reader.text.caption_is_whole():
            self._screen.edges.notice(reader.explained(current).replace(" · ", ", "))  # no part of it is left out

    def do_indirect(self) -> None:
        """Show indirect speech, or hide it."""
        self._session.indirect = not self._session.indirect
        self._screen.reader.show_quotations()
        self._screen.edges.notice(f"Indirect speech is {'shown' if self._session.indirect else 'hidden'}.")

    # Out --------------------------------------------------------------------------------------------------------------

    @property
    def _out(self) -> Outgoing:
        """What leaves the app, made when something first does."""
        if self._outgoing is None:
            from tui.screens.outgoing import Outgoing

            self._outgoing = Outgoing(self._screen)
        return self._outgoing

    def do_copy(self) -> None:
        """Copy the selection or the current quotation, with its source."""
        self._out.copy()

    def do_cite(self) -> None:
        """Copy the source alone: of the current place, or of the whole article."""
        self._out.cite()

    async def do_copy_as(self) -> None:
        """Ask in which form to copy."""
        from tui.screens.copying import CopyAs

        await self._screen.app.push_screen(CopyAs(self._screen.take))

    def copy_as(self, form: str) -> None:
        """Copy in a form that was chosen."""
        self._out.copy_as(form)

    async def export_quotations(self) -> None:
        """Ask in which form to write the quotations that are listed."""
        from tui.exports import QUOTATIONS
        from tui.screens.exporting import Exporting

        await self._screen.app.push_screen(Exporting("quotations", QUOTATIONS, self._out.write_quotations))

    def do_interrupt(self) -> None:
        """Copy what is selected, as it stands; otherwise say how to quit."""
        self._out.copy_selected()

    def do_open_original(self) -> None:
        """Open the article's address in the browser, or its file in the editor."""
        self._out.open_original()

    def do_edit(self) -> None:
        """Open the article's file in the editor."""
        self._out.edit()

    def do_page(self) -> None:
        """Show the article's file in the pager."""
        self._out.page()

    def do_suspend(self) -> None:
        """Give the terminal back to the shell, until it brings this program to the front again."""
        self._screen.app.action_suspend_process()
