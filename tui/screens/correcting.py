"""The dialog in which a quotation is put right: who speaks, which kind, which words, or that it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from tui import phrases
from tui.messages import Named
from tui.screens.dialog import ROWS, Choice, Dialog
from tui.session import Change
from tui.text.cells import harmless
from tui.text.layers import Mark, segments
from tui.text.lines import Line, Piece
from tui.text.words import moved
from tui.text.wrap import wrap
from tui.themes import hue
from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Quotation, QuotationKind
    from tui.gateway import Gateway

Step = Literal["menu", "speaker", "kind", "none", "words"]

_MENU: tuple[tuple[Step, str], ...] = (
    ("speaker", "who speaks"),
    ("kind", "the kind"),
    ("none", "it is no quotation"),
    ("words", "where it begins and ends"),
)
_KINDS: dict[QuotationKind, str] = {
    "direct": "whole sentences in quotation marks",
    "partial": "some words in quotation marks",
    "indirect": "what was said, in the writer's words",
    "statement": "a statement without marks",
    "heading": "words quoted in a heading",
    "scare": "a title, a nickname, so-called: nobody's speech",
}
_HELP: dict[Step, str] = {
    "menu": "1–4 or enter · esc leaves",
    "speaker": "enter writes · ↑↓ choose · type a name · esc back",
    "kind": "enter writes · ↑↓ choose · esc back",
    "none": "enter writes · esc back",
    "words": "enter writes · h l the end · H L the beginning · esc back",
}
_EXCERPT = 5
"""Rows of the article that are shown at most."""


class Excerpt(NamedTuple):
    """The quotation among the words around it."""

    text: str
    around: tuple[int, int]
    span: tuple[int, int]
    selectable: bool = False

    def lines(self, width: int) -> Sequence[Line]:
        """The words, wrapped."""
        marks = [Mark(*self.span, "current")]
        return [
            [Piece(harmless(self.text[a:b]), " ".join(looks) or "dim") for a, b, looks in segments(start, end, marks)]
            for start, end in ((a, a + len(self.text[a:b].rstrip())) for a, b in wrap(self.text, width, *self.around))
        ]


class Correcting(Dialog):
    """What is wrong with one quotation. What is to be written goes to `write` as a `Change`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *[(str(number), f"step('{step}')", name) for number, (step, name) in enumerate(_MENU, 1)],
        ("h", "cut('end', -1)", "End a word earlier"),
        ("l", "cut('end', 1)", "End a word later"),
        ("H", "cut('start', -1)", "Begin a word earlier"),
        ("L", "cut('start', 1)", "Begin a word later"),
    ]

    def __init__(
        self, gateway: Gateway, article: AnnotatedArticle, quotation: Quotation, write: Callable[[Change], None]
    ) -> None:
        super().__init__("Put right")
        self._gateway = gateway
        self._write = write
        self._article, self._quotation = article, quotation
        block = next((b for b in article.blocks if b.start <= quotation.start < b.end), None)
        self._within = (block.start, max(block.end, quotation.end)) if block else (0, len(article.text))
        self._step: Step = "menu"
        self._span = (quotation.start, quotation.end)
        self._found: tuple[ActorLine, ...] = ()
        self.excerpt = VirtualList(id="excerpt")
        self.excerpt.can_focus = False
        self.box = Box(placeholder="a name; several apart by ;")
        self.list.can_focus = False

    def parts(self) -> Iterable[Widget]:
        """The words, a box, what can be chosen."""
        return self.excerpt, self.box, self.list

    def on_mount(self) -> None:
        """Ask what is wrong."""
        self.action_step("menu")

    # What is shown ---------------------------------------------------------------------------------------------------

    def action_step(self, step: Step) -> None:
        """Go on to one of the questions, or back to the choice among them."""
        self._step = step
        self.box.display = step == "speaker"
        self.set_focus(self.box if step == "speaker" else None)
        kinds = list(_KINDS)
        now = self._quotation.kind
        self._show(kinds.index(now) if step == "kind" and now in kinds else 0)
        if step == "speaker":
            self._ask()

    def _show(self, cursor: int | None = None) -> None:
        room = self.room
        most = max(2, min(_EXCERPT, self.app.size.height - 10))
        around = excerpt(self._article.text, self._span, self._within, room * most)
        self.excerpt.show([Excerpt(self._article.text, around, self._span)])
        self.excerpt.styles.height = min(most, sum(1 for _ in wrap(self._article.text, room, *around)))
        self.list.styles.height = ROWS if self._step in ("speaker", "kind") else len(_MENU) * (self._step == "menu")
        self.list.show(self._choices(), self.list.cursor if cursor is None else cursor)
        self.moved()
        self.tell_keys(_HELP[self._step])

    def _choices(self) -> list[Choice]:
        if self._step == "menu":
            return [Choice(str(number), name) for number, (_, name) in enumerate(_MENU, 1)]
        if self._step == "kind":
            column = max(map(len, _KINDS))
            return [
                Choice("·" if kind == self._quotation.kind else "", kind, words, column=column)
                for kind, words in _KINDS.items()
            ]
        if self._step == "speaker":
            typed = self.box.value.strip()
            known = [Choice(phrases.letter(a), a.name, a.role or "", hue(a.id)) for a in self._found]
            free = [Choice("+", typed, "as typed")] if typed else [Choice("–", "nobody", "no speaker is named")]
            return [*known, *free] if typed else [*free, *known]
        return []

    def moved(self) -> None:
        """Say what stands now, or what will be written."""
        change = self._change()
        if change is None:
            names = phrases.names_of(self._article)
            self.tell("", f"now  {phrases.attribution(self._quotation, names)}")
        elif change.span is not None:
            cut = self._article.text[slice(*change.span)]
            self.tell(f"words: {phrases.shortened(cut, self.room - 12)}")
        else:
            self.tell(phrases.decided(change))

    def _chosen_name(self) -> str:
        if self.list.cursor >= len(self.list.items):
            return ""
        item = self.list.items[self.list.cursor]
        return item.text if isinstance(item, Choice) and item.key != "–" else ""

    def _change(self) -> Change | None:
        """What enter would write now."""
        if self._step == "none":
            return Change(no_quotation=True)
        if self._step == "kind":
            kind = _kind(self.list.cursor)
            return Change(kind=kind) if kind != self._quotation.kind else None
        if self._step == "words" and self._span != (self._quotation.start, self._quotation.end):
            return Change(span=self._span)
        if self._step == "speaker":
            name = self._chosen_name()
            known = next((actor.id for actor in self._found if actor.name == name), None)
            return Change(speaker=known or name, called=name)
        return None

    # What the person does ---------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def _ask(self) -> None:
        self._gateway.name(self.box.value)
        self._show(0)

    @on(Named)
    def _show_named(self, named: Named) -> None:
        named.stop()
        if named.name == self.box.value and self._step == "speaker":
            self._found = named.actors
            self._show(0)

    def action_write(self) -> None:
        """Go on with what is chosen: to its question, or to the ledger."""
        if self._step == "menu":
            self.action_step(_MENU[self.list.cursor][0])
        elif change := self._change():
            self.dismiss()
            self._write(change)

    def action_leave(self) -> None:
        """Go a step back, and from the first leave."""
        if self._step == "menu":
            self.dismiss()
        else:
            self._span = (self._quotation.start, self._quotation.end)
            self.action_step("menu")

    def action_cut(self, edge: str, step: int) -> None:
        """Begin or end the quotation a word earlier or later."""
        if self._step == "words":
            self._span = moved(self._article.text, self._span, edge, step, self._within)
            self._show()


def _kind(number: int) -> QuotationKind:
    """The kind on a line of the list."""
    return list(_KINDS)[number]


def excerpt(text: str, span: tuple[int, int], within: tuple[int, int], room: int) -> tuple[int, int]:
    """The part of `within` that is shown around `span`: whole words, in about `room` characters."""
    beside = max(0, room - (span[1] - span[0])) * 2 // 5
    start, end = max(within[0], span[0] - beside), min(within[1], span[1] + beside)
    if start > within[0]:
        start = text.find(" ", start, span[0]) + 1 or span[0]
    if end < within[1]:
        end = max(text.rfind(" ", span[1], end), span[1])
    return start, end
