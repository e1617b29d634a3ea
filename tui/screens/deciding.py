"""The dialog in which an actor or the source of an article is put right. What it would change is shown first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from tui import phrases
from tui.messages import Named, Previewed
from tui.screens.dialog import ROWS, Choice, Dialog
from tui.text.lines import Line, Piece, line
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.virtual_list import Plain, VirtualList

if TYPE_CHECKING:
    from index.model import Place
    from tui.decisions import Decision
    from tui.gateway import Gateway
    from tui.screens.forms import Form


class Deciding(Dialog):
    """One form, or the choice among several. What is decided goes to `write`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "turn(1)", "Next field"),
        ("shift+tab", "turn(-1)", "Field before"),
        ("space", "tick", "Choose"),
        *[(str(number), f"form({number - 1})", f"Form {number}") for number in range(1, 6)],
    ]

    def __init__(
        self, gateway: Gateway, title: str, forms: Sequence[Form], write: Callable[[Decision], None],
        first: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title)
        self._gateway = gateway
        self._forms = forms
        self._write = write
        self._only = first is not None
        self._at = 0 if len(forms) == 1 else first
        most = max(len(form.fields) for form in forms)
        self.boxes = [Box(placeholder="") for _ in range(most)]
        self._labels = [Bar() for _ in range(most)]
        self._fields = [Horizontal(*pair, classes="field") for pair in zip(self._labels, self.boxes, strict=True)]
        self.places = VirtualList(id="places")
        self.places.can_focus = False

    def parts(self) -> Iterable[Widget]:
        """The fields, what can be chosen, the places that would change."""
        return *self._fields, self.list, self.places

    async def on_mount(self) -> None:
        """Ask what is wrong, or open the one form."""
        self.action_form(self._at)

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return None if self._at is None else self._forms[self._at]

    # What is shown ---------------------------------------------------------------------------------------------------

    def action_form(self, number: int | None) -> None:
        """Open one of the forms, or go back to the choice among them."""
        if number is not None and (number >= len(self._forms) or (self._at is not None and self._at != number)):
            return
        self._at = number
        form = self.form
        fields = form.fields if form else ()
        column = max((len(field.name) for field in fields), default=0) + 2
        for at, row in enumerate(self._fields):
            row.display = at < len(fields)
            if row.display:
                name, value, hint = fields[at]
                self._labels[at].show(line(f" {name}", "dim"))
                self._labels[at].styles.width = column
                self.boxes[at].placeholder, self.boxes[at].value = hint, value
        self.set_focus(self.boxes[0] if fields else self.list)
        self.places.show([Plain()])
        self.show_choices()
        help_ = form.help if form else f"1–{len(self._forms)} or enter"
        self.tell_keys(f"{help_} · esc {'leaves' if self._outermost else 'back'}")
        if form:
            self._asked()

    @property
    def _rows(self) -> int:
        """The rows of a list: two have to fit above each other."""
        return max(2, min(ROWS, (self.app.size.height - 5) // 2))

    @property
    def _outermost(self) -> bool:
        return self._at is None or self._only or len(self._forms) == 1

    def show_choices(self, cursor: int = 0) -> None:
        """Show what can be chosen now."""
        if self.form:
            choices = self.form.choices()
        else:
            choices = [Choice(str(number), form.name) for number, form in enumerate(self._forms, 1)]
        self.list.styles.height = min(ROWS, len(choices)) if not self.form or self.form.fixed else self._rows
        self.list.display = bool(choices) or bool(self.form and not self.form.fixed)
        self.list.show(choices, cursor)
        self.moved()

    def moved(self) -> None:
        """Say what enter would write now, and ask what that changes."""
        if self.form is None:
            self.preview.show(())
            self.places.display = False
            return
        decision = self.form.decision(self._values, self.list.cursor)
        self.tell(decision.told if decision else "", self.form.missing)
        self.places.display = self.form.changes
        self.places.styles.height = self._rows
        if self.form.shows_articles or (self.form.changes and decision):
            self._gateway.preview(decision or self.form.blank)

    @property
    def _values(self) -> tuple[str, ...]:
        return tuple(box.value.strip() for box in self._open)

    @property
    def _open(self) -> list[Box]:
        """The boxes of the form that is open."""
        return self.boxes[: len(self.form.fields)] if self.form else []

    @on(Previewed)
    def _show_previewed(self, answer: Previewed) -> None:
        """Show the places that would change."""
        answer.stop()
        if self.form is None:
            return
        self.form.previewed(answer)
        if self.form.shows_articles and answer.decision == self.form.blank:
            self.list.show(self.form.choices(), self.list.cursor)
        decision = self.form.decision(self._values, self.list.cursor)
        if decision != answer.decision:
            self.places.show([Plain()])
            return
        articles = len({place.article for place in answer.places})
        told = f"{phrases.count(len(answer.places), 'place')} in {phrases.count(articles, 'article')}"
        self.places.show([Plain([line(f" {told}", "dim")]), *map(_Named, answer.places)])

    # What the person does ---------------------------------------------------------------------------------------------

    @on(Box.Changed)
    def _asked(self) -> None:
        if self.form and self.form.looks_up:
            self._gateway.name(self.boxes[0].value)
        self.show_choices()

    @on(Named)
    def _show_named(self, named: Named) -> None:
        named.stop()
        if self.form and self.form.looks_up and named.name == self.boxes[0].value:
            self.form.named(named.actors)
            self.show_choices()

    def action_write(self) -> None:
        """Open the form that is chosen; from a form, write."""
        if self.form is None:
            self.action_form(self.list.cursor)
        elif decision := self.form.decision(self._values, self.list.cursor):
            self.dismiss()
            self._write(decision)

    def action_leave(self) -> None:
        """Go back to the choice among the forms, and from there leave."""
        if self._outermost:
            self.dismiss()
        else:
            self.action_form(None)

    def action_turn(self, step: int) -> None:
        """Go to another field, or to the list where one chooses."""
        stops = [*self._open, *([self.list] if self.form and self.form.toggles else [])]
        if self.focused in stops:
            self.set_focus(stops[(stops.index(self.focused) + step) % len(stops)])

    def action_tick(self) -> None:
        """Choose the line under the cursor, or choose it no longer."""
        if self.form and self.form.toggles:
            self.form.toggle(self.list.cursor)
            self.show_choices(self.list.cursor)


class _Named(NamedTuple):
    """A place that would change."""

    place: Place
    selectable: bool = False

    def lines(self, width: int) -> Sequence[Line]:
        """The words, and the article."""
        return [[Piece(f" {self.place.text}  "), Piece(self.place.article, "dim")]]
