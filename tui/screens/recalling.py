"""Searches of before, and those that are kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.searches import Searches

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Recalling:
    """Brings searches back into the search box, and keeps them."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._file = screen.gateway.searches
        self._held: Searches | None = None
        self._at = -1

    @property
    def searches(self) -> Searches:
        """What is kept, read when it is first needed."""
        if self._held is None:
            try:
                self._held = self._file.read()
            except ValueError as error:
                self._held = Searches()
                self._screen.edges.notice(str(error))
        return self._held

    def hear(self, searches: Searches) -> None:
        """This is what is kept now."""
        self._held = searches

    def remember(self) -> None:
        """Keep in mind what stands in the search box: it was meant."""
        query = self._screen.search.box.value
        self._at = -1
        if query.strip() and self.searches.before[:1] != (query.strip(),):
            self._held = self.searches.remember(query)
            self._screen.gateway.keep(lambda searches: searches.remember(query))

    def recall(self, step: int) -> bool:
        """Put an older search (`step` 1) or a newer one (-1) into the box, if what stands there is none that was
        typed since; whether one was."""
        query, before = self._screen.search.box.value.strip(), self.searches.before
        if query and query != "".join(before[self._at : self._at + 1]):
            self._at = 0 if step > 0 and before[:1] == (query,) else -1
        if (query and self._at < 0) or not -1 <= self._at + step < len(before):
            return False
        self._at += step
        self._screen.search.type(before[self._at] if self._at >= 0 else "")
        return True

    async def narrow(self) -> None:
        """Choose what the results shall have in common; how many have it comes as soon as it is counted."""
        from tui.screens.narrowing import Narrowing

        page, facets = self._screen.session.page, self._screen.session.facets
        if page is not None:
            await self._screen.app.push_screen(Narrowing(page, facets, self._screen.take))
            if facets is None:
                self._screen.gateway.facets(page.query)

    def save(self, name: str) -> None:
        """Keep what stands in the search box under a name."""
        query = self._screen.search.box.value.strip()
        page = self._screen.session.page
        self._held = self.searches.keep(name, query, page.total or 0 if page and page.query.strip() == query else 0)
        self._screen.gateway.save_search(name, query)
        self._screen.edges.notice(f"Kept as “{name}” · in {self._file.path}")

    def forget(self, name: str) -> None:
        """Keep a search no longer."""
        self._held = self.searches.forget(name)
        self._screen.gateway.keep(lambda searches: searches.forget(name))

    def run(self, name: str) -> None:
        """Search again for what is kept under a name."""
        for saved in self.searches.saved:
            if saved.name == name:
                self._screen.enter_pane("search")
                self._screen.search.type(saved.query)
                self._screen.gateway.save_search(saved.name, saved.query)
