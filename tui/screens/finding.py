"""Finding in the article: what is typed is marked there, and `n` and `N` go through it until one leaves it with esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.document import nearest

if TYPE_CHECKING:
    from tui.messages import Found
    from tui.panes.finder import Finder
    from tui.screens.main import MainScreen
    from tui.session import Visit


class Finding:
    """Opens the box for it, goes from place to place, and back to where one was."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self._from: Visit | None = None
        self.finder: Finder | None = None

    async def open(self) -> None:
        """Go to the box, with what stands there selected."""
        screen = self._screen
        if self.finder is None:
            from tui.panes.finder import Finder

            self.finder = Finder()
            await screen.reader.mount(self.finder)
        self._screen.asking.rest()
        if self._session.sought is None:
            self._from = screen.travel.here()
            self.finder.display = True
            self._session.sought = ""
            self.ask()
        screen.type_into(self.finder)

    @property
    def typing(self) -> bool:
        """Whether letters go into the box."""
        return self.finder is not None and self._screen.focused is self.finder

    def ask(self) -> None:
        """Ask for what stands in the box, if that is not what is sought."""
        if self.finder and self._session.sought is not None and self.finder.value != self._session.sought:
            self._session.sought = self.finder.value
            self._screen.asking.find(self._session.sought)

    def show(self, answer: Found) -> None:
        """Mark what was found, and go to the first of it after the place from which one began to look."""
        article = self._session.article
        if article is None or article.id != answer.article or answer.words != self._session.sought:
            return
        self._session.found_here = answer.places
        self._screen.reader.show_hits()
        number = nearest(answer.places, max(0, self._from.place) if self._from else 0, 1)
        self._screen.reader.go_to(None if number is None else self._session.places("hit")[number])

    def do_take(self) -> None:
        """Read on at the place that was found; `backspace` then leads back."""
        if self._from is not None and self._session.found_here:
            self._session.history.leave(self._from)
        self._screen.enter_pane("article")

    def do_next(self) -> None:
        """Go to the next place that was found, and stay in the box."""
        self._screen.reader.do_next_hit()

    def do_previous(self) -> None:
        """Go to the place before, and stay in the box."""
        self._screen.reader.do_previous_hit()

    def leave(self) -> None:
        """Seek nothing any more. From the box, go back to where one was; from the text, stay."""
        typing, back = self.typing, self._from
        self.end()
        if typing:
            self._screen.leave_box()
            if back is not None:
                self._screen.travel.go_to(back)
        else:
            self._screen.reader.go_to(None)

    def end(self) -> None:
        """Seek nothing any more, and mark the words searched for again."""
        if self._session.sought is None:
            return
        self._session.sought, self._session.found_here, self._from = None, (), None
        if self.finder is not None:
            self.finder.display = False
            self._screen.reader.refresh(layout=True)
        self._screen.reader.show_hits()
