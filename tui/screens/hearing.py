"""What becomes of the gateway's messages: they change the session, and the panes are told to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import messages
from tui.commands import key_of
from tui.session import Current, Row

if TYPE_CHECKING:
    from index.model import AnnotatedArticle, Overview
    from tui.screens.main import MainScreen

_LARGE = 5_000
"""Articles. To count for the first time what ten thousand have in common takes 40 MB and a third of a second, in
which a key has to wait."""


class Hearing:
    """Takes the messages of the gateway for the main screen."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self._checked: tuple[str, int] | None = None
        self._listed = 0
        self._searched = ("", "")

    def hear(self, message: messages.FromGateway) -> None:
        """Take a message; an answer that is not the newest of its channel is dropped."""
        if isinstance(message, (messages.Answer, messages.Unanswered)) and not self._screen.asking.heard(message):
            return
        match message:
            case messages.Progressed():
                words = f"{message.stage} {message.done * 100 // max(1, message.total)} %"
                if self._screen.gateway.is_open:
                    self._screen.edges.show_news(words)
                else:
                    if not self._screen.search.list.items:
                        self.show_nothing_yet()
                    self._screen.edges.show_header(words)
                    self._screen.search.show_waiting(words)
            case messages.Opened():
                self._show_opened(message.overview)
            case messages.Grown():
                self._show_grown(message.more)
            case messages.Renewed():
                self._show_renewed(message.overview)
            case messages.Failed():
                self._show_failed(message)
            case messages.Crashed():
                raise message.error  # it ends the app in order: the terminal is restored and the trace is shown
            case messages.Unanswered():
                parts = (f"{message.title}.", message.detail, message.hint)
                self._screen.edges.notice(" ".join(part for part in parts if part))
            case messages.Answer():
                self._answered(message)
                self._screen.edges.show_footer()

    def show_nothing_yet(self) -> None:
        """Say in the panes what will stand there, while the articles are being read."""
        self._screen.search.show_first_visit(of_all=self._screen.gateway.is_first_of_all)
        self._screen.reader.show_nothing()
        self._screen.actors.show_nothing()

    def _answered(self, answer: messages.Answer) -> None:
        match answer:
            case messages.Searched():
                self._show_page(answer)
            case messages.Unlisted():
                if self._screen.ledger:
                    self._screen.ledger.show_refused(answer)
            case messages.Refused():
                self._show_refused(answer)
            case messages.Listed():
                self._show_list(answer)
            case messages.Changed():
                self._show_changed(answer)
            case messages.Labelled():
                self._show_labels(answer)
            case messages.ArticleRead():
                self._show_article(answer)
            case messages.Kept():
                self._screen.recalling.hear(answer.searches)
            case messages.Found():
                self._screen.finding.show(answer)
            case messages.ActorsFound():
                self._show_found(answer)
            case messages.CardRead():
                self._session.card = answer.card
                self._screen.actors.show_card(answer.line)
            case messages.Gathered():
                if answer.query == self._session.query:
                    self._session.chosen = {hit.id: hit for hit in answer.hits}
                    self._screen.search.show_marks()
            case messages.Faceted():
                self._session.facets = answer
                self._screen.search.show_chips()
                self._pass_on(answer)
            case messages.Completed():
                kept = self._screen.recalling.searches.begun(answer.query)
                self._screen.search.show_completions(answer, kept)
            case messages.Told():
                self._screen.edges.notice(answer.sentence)
            case _:
                self._pass_on(answer)

    def _pass_on(self, answer: messages.Answer) -> None:
        """It is for a screen above this one."""
        for screen in self._screen.app.screen_stack:
            if screen is not self._screen:
                screen.post_message(answer)

    def _show_failed(self, failed: messages.Failed) -> None:
        """Say why nothing is open. No letter typed would find anything: the keys are for commands."""
        screen = self._screen
        self._session.failed = True
        screen.asking.give_up()
        screen.edges.show_header("not open")
        screen.search.show_failed(failed)
        screen.reader.show_nothing()
        screen.actors.show_nothing()
        if screen.app.screen is screen:
            screen.set_focus(screen.search.list)
        screen.edges.show_footer()

    def _show_opened(self, overview: Overview) -> None:
        self._session.failed = False
        self._session.large = overview.articles > _LARGE
        self._screen.edges.show_counts(overview.articles, overview.quotations, overview.actors)
        if overview.problems:
            more = len(overview.problems) - 1
            others = f", and {more:,} more · “tui index” names all of them" if more else ""
            self._screen.edges.notice(f"{overview.problems[0].told()}{others}.")

    def _show_grown(self, more: int) -> None:
        """Say that there is more to read. Who has not begun to work has it at once."""
        news = f"{more:,} new" if more > 0 else "files have changed"
        self._screen.edges.show_news(f"{news}: {key_of('app.refresh')}")
        if self._session.is_untouched:
            self._screen.gateway.refresh()

    def _show_renewed(self, overview: Overview) -> None:
        """Ask again for all that is shown; one stays where one was."""
        screen, session = self._screen, self._session
        session.facets = None
        screen.edges.show_news("")
        self._show_opened(overview)
        screen.asking.search(session.query, session.limit)
        self._ask_again()

    def _show_page(self, answer: messages.Searched) -> None:
        screen, session, page = self._screen, self._session, answer.page
        asked = (page.query, answer.order)
        grown = asked == self._searched  # more hits, or more of their passages
        self._searched = asked
        under = screen.search.hit.id if grown and screen.search.hit else ""
        session.page, session.query, session.proposal = page, page.query, None
        if not grown:
            session.facets = None
            screen.search.chips.renew()
        cursor = next((n for n, hit in enumerate(page.hits) if hit.id == under), 0)
        screen.search.show_page(page, cursor, answer.order)
        if session.facets is None and screen.search.chips.room:
            screen.asking.count_soon(page.query)
        if grown:
            return
        if screen.take_up():
            return
        if session.article is not None:
            screen.asking.preview(session.article.id if session.pane == "article" else self._first())
        else:
            screen.preview()

    def _first(self) -> str:
        """The article to show beside new results: the best, or the present one where nothing was found."""
        page, article = self._session.page, self._session.article
        if page and page.hits:
            return page.hits[0].id
        return article.id if article else ""

    def _show_refused(self, answer: messages.Refused) -> None:
        self._session.proposal = answer.proposal
        self._screen.search.show_refused(answer)
        advice = f"enter takes  {answer.proposal}" if answer.proposal else answer.hint
        sentence = ". ".join(part.rstrip(".") for part in (answer.title, advice) if part)
        self._screen.edges.notice(sentence, stays=True)

    def _show_article(self, answer: messages.ArticleRead) -> None:
        screen, session = self._screen, self._session
        if session.article is not None and session.article.id == answer.article.id:
            session.show_hits(answer.hits, answer.query)
            screen.reader.show_hits()
            if session.article is not answer.article:
                self._show_again(answer.article)
            elif session.current is not None and session.current.kind == "hit" and session.sought is None:
                screen.reader.go_to(None)
        else:
            screen.finding.end()
            session.show_article(answer.article, answer.hits, answer.query)
            screen.reader.show_article()
        if answer.landing is not None:
            screen.travel.land(answer.landing)

    def _show_again(self, article: AnnotatedArticle) -> None:
        """Show the article as it was put right, at the same place."""
        screen, session = self._screen, self._session
        place, current = screen.reader.text.place, session.current
        session.article = article
        screen.reader.show_article()
        screen.reader.text.place = place
        screen.reader.go_to(screen.travel.known(current), reveal=False)

    def _show_list(self, answer: messages.Listed) -> None:
        screen, session = self._screen, self._session
        again = answer.generation == self._listed  # the same lines, more of them marked
        self._listed = answer.generation
        session.rows, session.who = answer.rows, answer.who
        if screen.ledger is None:
            return
        if again:
            screen.ledger.show_list(screen.ledger.list.cursor)
            return
        row = answer.row
        if self._checked and row < len(answer.rows) and _place(answer.rows[row]) == self._checked:
            row = min(row + 1, len(answer.rows) - 1)  # it is still open, and was looked at
        self._checked = None
        screen.ledger.show_list(row)
        screen.travel.follow()

    def _show_changed(self, answer: messages.Changed) -> None:
        """Tell what was written and where, and ask again for all that shows it."""
        screen, session, overview = self._screen, self._session, answer.overview
        session.facets = None
        screen.edges.show_counts(overview.articles, overview.quotations, overview.actors)
        kept = "" if answer.undone else f" · kept in {answer.kept}"
        screen.edges.notice(f"{answer.told} · {_undoing(answer)}{kept}")
        here, current = session.article is not None and session.article.id == answer.article, session.current
        if here and current is not None and current.kind != "name":
            session.current = Current("passage", *answer.span) if answer.span else None
        screen.asking.search(session.query, session.limit)
        self._ask_again(answer.actor)

    def _show_labels(self, answer: messages.Labelled) -> None:
        """Show stars and tags where their articles are shown: what was asked for stays as it was answered."""
        self._session.relabel(answer.labels)
        self._screen.search.show_marks()
        self._screen.reader.show_labels()
        back = f" · {_undoing(answer)}" if answer.labels else ""
        self._screen.edges.notice(answer.told + back)

    def _ask_again(self, actor: str | None = None) -> None:
        """Ask for the article, the quotations and the card anew, that of `actor` if it is told; "" for none."""
        screen, session = self._screen, self._session
        if session.article is not None:
            screen.gateway.read(session.article.id, session.query)
        if screen.ledger is not None and session.asked is not None:
            under = screen.ledger.row
            self._checked = _place(under) if under and session.asked.queue else None
            screen.asking.quotations(session.asked, screen.ledger.list.cursor)
        if session.card is None or actor == "":
            screen.asking.find_actors(screen.actors.box.value)
        elif actor is None or actor == session.card.actor.id:
            screen.asking.card(session.card.actor.id, screen.actors.list.cursor)
        else:
            screen.asking.card(actor)

    def _show_found(self, answer: messages.ActorsFound) -> None:
        self._session.found, self._session.name, self._session.card = answer.actors, answer.name, None
        self._screen.actors.show_found(answer.name)
        if answer.name.strip() and len(answer.actors) == 1:
            self._screen.asking.card(answer.actors[0].id)


def _undoing(answer: messages.Changed | messages.Labelled) -> str:
    """What the key to take back is for now."""
    return f"{key_of('app.undo')} takes back {'the one before' if answer.undone else 'this'}"


def _place(row: Row) -> tuple[str, int]:
    return row.said.article, row.said.quotation.start
