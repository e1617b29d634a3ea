"""Every command, once: its name, what it does, its keys, where it works. Plain data, without Textual.

Bindings, footer, help, palette and `tui keys` are all derived from this table. The method that does a command is
`do_<verb>` of its owner, where the id is `<owner>.<verb>`: of `Doing` for "app", of `Finding` for "finder", else of
the pane of that name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Owner = Literal["app", "search", "article", "finder", "actors", "ledger"]

OWNERS: dict[Owner, str] = {
    "app": "Everywhere", "search": "Search", "article": "Article", "finder": "Find in the article", "actors": "Actors",
    "ledger": "Quotations",
}  # fmt: skip
"""The owners in the order in which they are explained, and what a person calls them."""

WHY = {
    "open": "Nothing is open here: {app.refresh} looks again.",
    "article": "No article is open.",
    "results": "There are no results to go through.",
    "found": "There are no results to go through.",
    "to narrow": "There are no results to narrow.",
    "copies": "No other article that answers says the same as this one.",
    "list": "There are no results to go through.",
    "chips": "No field narrows this search: {search.narrow} chooses one.",
    "chip": "Go to a chip first ( {search.next_chip} ), or choose from all of them ( {search.narrow} ).",
    "query": "Type a search first ( {app.search} ): its words then stand under each other.",
    "hits": "The words do not stand in this article.",
    "quotations": "No quotations were found in this article.",
    "names": "No names were found in this article.",
    "current actor": "Go to a quotation ( {article.next_quotation} ) or a name ( {article.next_name} ) first.",
    "quotation": "Go to a quotation first ( {article.next_quotation} ), or select words with the mouse.",
    "said": "Go to a quotation first: {article.next_quotation} goes to the next one.",
    "ledger": "The quotations are not open: {app.ledger} lists them.",
    "rows": "No quotations to go through.",
    "card": "No actor's card is open: {app.look_up} looks one up.",
    "to correct": "Go to a quotation ( {article.next_quotation} ), or to an actor's card ( {app.look_up} ) first.",
    "back": "There is nothing to go back to.",
    "forward": "There is nothing to go forward to.",
    "actors": "No actors to go through.",
    "wide": "There is room for one pane only: widen the terminal to resize panes.",
}
"""What a command may need, and what a person is told where it is missing. A command in braces stands for its key."""


class Command(NamedTuple):
    """One thing a person can do. `usual` are its keys, by Textual's names, where a person has chosen no others;
    `needs` are keys of `WHY`.

    A command that is `everywhere` works from all panes, another one only in its owner's. The footer shows those with
    the lowest `footer` first, and those without none. One that is `counted` takes a number before its key.
    """

    id: str
    name: str
    doc: str
    usual: tuple[str, ...]
    needs: tuple[str, ...] = ()
    everywhere: bool = False
    footer: int | None = None
    counted: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that do it."""
        return _chosen.get(self.id, self.usual)

    @property
    def owner(self) -> Owner:
        """Whose command it is."""
        return self.id.partition(".")[0]  # type: ignore[return-value]

    @property
    def verb(self) -> str:
        """The part of the id that names the method."""
        return self.id.partition(".")[2]

    def works(self, facts: frozenset[str]) -> bool:
        """Whether it would do something now."""
        return facts.issuperset(self.needs)

    def why_not(self, facts: frozenset[str]) -> str:
        """A sentence that says why it would do nothing now."""
        return next((with_keys(WHY[need]) for need in self.needs if need not in facts), "")


_chosen: dict[str, tuple[str, ...]] = {}
"""The keys that a person has chosen, by command: set once, before the app is made."""


def choose_keys(keymap: Mapping[str, tuple[str, ...]]) -> None:
    """Give commands, by id, other keys than the usual ones; those not named have the usual ones."""
    _chosen.clear()
    _chosen.update(keymap)


def without_clashes(
    keymap: Mapping[str, tuple[str, ...]],
) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]:
    """The choices of keys that can stand together, and for each other one its command and why it cannot."""
    left, refused = dict(keymap), []
    while clash := _clash(left):
        one, other, key = clash
        id_ = other if other in left else one
        del left[id_]
        refused.append((id_, f"{id_} cannot have the key {key}: {one if id_ == other else other} has it."))
    return left, refused


def _clash(keymap: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """Two commands that would be done by the same key in the same place, and the key."""
    having: dict[str, list[Command]] = {}
    for command in COMMANDS:
        for key in keymap.get(command.id, command.usual):
            for other in having.setdefault(key, []):
                if command.owner == other.owner or command.everywhere or other.everywhere:
                    return other.id, command.id, key
            having[key].append(command)
    return None


def _app(verb: str, name: str, doc: str, *keys: str, needs: tuple[str, ...] = (), footer: int | None = None) -> Command:
    return Command(f"app.{verb}", name, doc, keys, needs, everywhere=True, footer=footer)


def _step(verb: str, name: str, doc: str, key: str, need: str, footer: int | None = None) -> Command:
    """A walk through the article, from whichever pane."""
    return Command(f"article.{verb}", name, doc, (key,), ("article", need), True, footer, counted=True)


def _moves(owner: Owner, need: str, what: str) -> tuple[Command, ...]:
    """How one moves in a list; the same keys in each."""
    return (
        Command(f"{owner}.down", "down", f"Next {what}.", ("down", "j"), (need,)),
        Command(f"{owner}.up", "up", f"Previous {what}.", ("up", "k"), (need,)),
        Command(f"{owner}.page_down", "page down", "A page further down.", ("pagedown", "space"), (need,)),
        Command(f"{owner}.page_up", "page up", "A page further up.", ("pageup",), (need,)),
        Command(f"{owner}.first", "first", f"The first {what}.", ("home", "g"), (need,)),
        Command(f"{owner}.last", "last", f"The last {what}.", ("end", "G"), (need,)),
    )


COMMANDS: tuple[Command, ...] = (
    _app("search", "search", "Type a search; in the article, words to find there; in the quotations, which to list.",
         "/", needs=("open",), footer=10),
    _app("new_search", "new search", "Type a search, wherever you are. The answers come while you type.", "ctrl+l",
         needs=("open",)),
    _app("look_up", "actors", "Look up an actor by any spelling.", "a", needs=("open",), footer=60),
    _app("ledger", "quotations", "List the quotations: of this article, of the actor on the card, or with the words "
         "searched for.", "Q", needs=("open",), footer=65),
    _app("contacts", "contacts", "List who met, called or wrote to whom, by date; and who with whom.", "W",
         needs=("open",), footer=67),
    _app("topics", "topics", "List the matters that articles come back to; enter lists who said what on one.", "T",
         needs=("open",)),
    _app("timeline", "timeline", "Show the results over time, or the actor on the card; enter narrows the search.", "O",
         needs=("open",), footer=68),
    _app("concordance", "concordance", "List the words searched for, each among its neighbours.", "K", needs=("query",),
         footer=66),
    _app("leave", "leave", "Leave the box, the zoom, the quotations or the current place.", "escape", footer=95),
    _app("back", "back", "Back to where you were, with the place kept.", "backspace", "H", needs=("back",), footer=45),
    _app("forward", "forward", "Forward again.", "L", needs=("forward",)),
    _app("pane_search", "search pane", "Go to the search pane.", "1"),
    _app("pane_article", "article pane", "Go to the article pane.", "2"),
    _app("pane_actors", "actors pane", "Go to the actors pane.", "3"),
    _app("next_pane", "next pane", "Take what completes the word in the search box; else go to the next pane.", "tab",
         footer=90),
    _app("previous_pane", "previous pane", "Go to the previous pane.", "shift+tab"),
    _app("zoom", "zoom", "Give the pane the whole screen, or take it back.", "z"),
    _app("wider", "wider", "Make the pane wider.", ">", needs=("wide",)),
    _app("narrower", "narrower", "Make the pane narrower.", "<", needs=("wide",)),
    _app("copy", "copy", "Copy the selection or the quotation, with its source.", "y",
         needs=("article", "quotation"), footer=41),
    _app("cite", "copy citation", "Copy the source alone.", "Y", needs=("article",)),
    _app("copy_as", "copy as", "Choose how to copy: words, Markdown, a citation, BibTeX, RIS or CSL-JSON.", "C",
         needs=("article",)),
    _app("open_original", "original", "Open the original: its address in the browser, or the file in the editor.", "o",
         needs=("article",)),
    _app("edit", "editor", "Open the file in your editor, at this place.", "e", needs=("article",)),
    _app("page", "pager", "Show the file in your pager, from this place on.", "|", needs=("article",)),
    _app("correct", "put right", "Correct this quotation: its speaker, its kind, its words, or that it is none. On a "
         "card: the actor.", "f", needs=("to correct",), footer=42),
    _app("confirm", "confirm", "Say that this quotation is right as it stands.", "v", needs=("article", "said")),
    _app("source", "date, outlet", "Say when, where and by whom the article was published; in the results, the marked "
         "ones.", "D", needs=("article",)),
    _app("tags", "tags", "Give the article tags, or take them; in the results, the marked ones.", "#",
         needs=("article",)),
    _app("undo", "undo", "Take back the last decision, of whatever kind.", "u"),
    _app("refresh", "refresh", "Look for new and changed files, and take in what has been read.", "f5", "ctrl+r"),
    _app("why", "why", "Show why a quotation is given to its speaker, or who speaks to whom.", "i",
         needs=("article", "said"), footer=43),
    _app("indirect", "indirect speech", "Show or hide indirect speech.", "I", needs=("article",)),
    _app("theme", "theme", "Change to the next theme; the palette lists them all.", "t"),
    _app("saved", "searches", "Searches you keep: run one, with what is new in it; keep this one, or forget one.", "R",
         needs=("open",), footer=75),
    _app("palette", "go to", "Go to any command, actor or article by name.", "ctrl+p"),
    _app("help", "keys", "All keys, those of this pane first.", "?"),
    _app("interrupt", "copy selection", "Copy what is selected; otherwise say how to quit.", "ctrl+c"),
    _app("suspend", "to the shell", "Go back to the shell for a while; fg there brings Readout back.", "ctrl+z"),
    _app("quit", "quit", "Leave Readout.", "q", footer=99),
    Command("search.open", "open", "Read the article; from the box, go to the results.", ("enter",), ("results",),
            footer=20),
    Command("search.order", "order", "Results by rank, by recency, by date or by outlet.", ("S",), ("found",),
            footer=25),
    Command("search.narrow", "narrow", "Narrow the results by what they have in common, or widen them again.", ("F",),
            ("to narrow",), footer=26),
    Command("search.next_chip", "next chip", "The next chip: of what could narrow the search, then of what does.",
            ("right", "l"), ("chips",)),
    Command("search.previous_chip", "previous chip", "The chip before.", ("left", "h"), ("chips",)),
    Command("search.chip", "chip", "Take the chip in brackets off the search, or put it on.", ("x",), ("chips", "chip"),
            footer=28),
    Command("search.exclude", "all but", "Have all but what the chip in brackets stands for, or just that again.",
            ("-",), ("chips", "chip"), footer=29),
    Command("search.copies", "copies", "List the articles that say the same as this one.", ("+",), ("copies",),
            footer=27),
    Command("search.mark", "mark", "Mark the article, or mark it no longer; a star, tags or a date are then given to "
            "all marked ones.", ("m",), ("found",)),
    Command("search.mark_all", "mark all", "Mark all articles that answer, or none any more.", ("M",), ("found",)),
    Command("search.star", "star", "Give the article a star, or take it; all marked ones, if there are some.", ("s",),
            ("found",), footer=24),
    *_moves("search", "list", "result"),
    _step("next_hit", "next hit", "The next place with the words searched for.", "n", "hits", footer=30),
    _step("previous_hit", "previous hit", "The hit before.", "N", "hits"),
    _step("next_quotation", "next quotation", "The next quotation; a line under it says who speaks. A number before "
          "such a key takes so many steps: 3].", "]", "quotations", footer=40),
    _step("previous_quotation", "previous quotation", "The quotation before.", "[", "quotations"),
    _step("next_name", "next name", "The next name.", "}", "names"),
    _step("previous_name", "previous name", "The name before.", "{", "names"),
    Command("article.find", "find", "Find words in this article, as typed; n and N then go through them.", ("ctrl+f",),
            ("article",), everywhere=True, footer=46),
    Command("article.card", "actor", "The card of the actor who speaks or is named here.", ("enter",),
            ("article", "current actor"), footer=20),
    Command("article.star", "star", "Give the article a star, or take it.", ("s",), ("article",), footer=44),
    Command("article.down", "down", "A line down.", ("down", "j"), ("article",)),
    Command("article.up", "up", "A line up.", ("up", "k"), ("article",)),
    Command("article.page_down", "page down", "A page down.", ("pagedown", "space"), ("article",)),
    Command("article.page_up", "page up", "A page up.", ("pageup",), ("article",)),
    Command("article.first", "top", "To the top.", ("home", "g"), ("article",)),
    Command("article.last", "end", "To the end.", ("end", "G"), ("article",)),
    Command("finder.take", "read here", "Read on where the words stand; n and N go on to others.", ("enter",), (),
            footer=20),
    Command("finder.next", "next", "The next place with the words.", ("down",), ("hits",), footer=21),
    Command("finder.previous", "previous", "The place before.", ("up",), ("hits",), footer=22),
    Command("actors.open", "open", "The actor's card; on a line of the card, its place in the article.", ("enter",),
            ("actors",), footer=20),
    *_moves("actors", "actors", "line"),
    Command("actors.said", "said", "What the actor said.", ("s",), ("card",), footer=31),
    Command("actors.about", "about", "What others said about the actor.", ("b",), ("card",), footer=32),
    Command("actors.contacts", "contacts", "Whom the actor met, called or wrote to, by date.", ("c",), ("card",),
            footer=33),
    Command("actors.same", "same as", "Say that this is the same person as another.", ("M",), ("card",), footer=36),
    Command("actors.part", "part", "Say that two are taken for one here.", ("X",), ("card",), footer=37),
    Command("actors.ledger", "all said", "All quotations of the actor, as a list.", ("S",), ("card",), footer=35),
    Command("actors.spellings", "written as", "How the name is written, and how often.", ("w",), ("card",), footer=34),
    Command("ledger.open", "go there", "Go to the quotation in its article.", ("enter",), ("rows",), footer=20),
    *_moves("ledger", "rows", "quotation"),
    Command("ledger.copies", "copies", "List the articles that say the same, with this quotation.", ("+",),
            ("rows", "copies"), footer=24),
    Command("ledger.export", "export", "Write the quotations to a file: a table for spreadsheets, or Markdown.", ("X",),
            ("rows",), footer=23),
    Command("ledger.queue", "to check", "Only those that are doubtful or that nobody is named for, or all.", ("x",),
            ("ledger",), footer=21),
    Command("ledger.scope", "where", "Look everywhere, in this article, or for the actor on the card.", ("w",),
            ("ledger",), footer=22),
    Command("ledger.direct", "direct", "Only whole sentences in quotation marks, or all.", ("d",), ("ledger",)),
    Command("ledger.partial", "partial", "Only words in quotation marks within a sentence, or all.", ("p",),
            ("ledger",)),
    Command("ledger.reported", "indirect", "Only indirect speech, or all.", ("r",), ("ledger",)),
    Command("ledger.statement", "statement", "Only statements without marks, or all.", ("s",), ("ledger",)),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}

_SHOWN = {
    "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


def shown(key: str) -> str:
    """A key as a person reads it."""
    return _SHOWN.get(key, key)


def key_of(command_id: str) -> str:
    """The key of a command as a person reads it; the command's name where it has none."""
    command = BY_ID[command_id]
    return shown(command.keys[0]) if command.keys else f"“{command.name}”"


def with_keys(words: str) -> str:
    """A hint in which commands in braces, as `{app.undo}`, stand for their keys: those that the person has chosen."""
    return re.sub(r"\{(\w+\.\w+)\}", lambda found: key_of(found[1]), words)


def types(key: str) -> bool:
    """Whether the key would type a character into a box."""
    return len(key) == 1 or key in ("space", "backspace", "home", "end")


def explained(pane: Owner) -> list[tuple[Owner, list[Command]]]:
    """All commands by owner, those of `pane` first, for the help."""
    order = sorted(OWNERS, key=lambda owner: owner != pane)
    return [(owner, [command for command in COMMANDS if command.owner == owner]) for owner in order]


def footer(pane: Owner, facts: frozenset[str], *, typing: bool) -> list[tuple[str, str]]:
    """Key and name of what works now, the most useful first. What leads to all else is told by `way_on`."""
    ranked = [
        (command.footer, command)
        for command in COMMANDS
        if command.footer is not None and (command.everywhere or command.owner == pane) and command.works(facts)
    ]
    now = []
    for _, command in sorted(ranked, key=lambda pair: pair[0]):
        key = _key_now(command, typing=typing)
        if key and not (command.id == "app.leave" and not typing):
            now.append((shown(key), command.name))
    return now


def countable(facts: frozenset[str]) -> list[tuple[str, str]]:
    """Key and name of what a number that is being typed can be for now."""
    return [(shown(c.keys[0]), c.name) for c in COMMANDS if c.counted and c.keys and c.works(facts)]


def way_on(*, typing: bool) -> tuple[str, str]:
    """Key and name of what leads to all commands: the list of keys, or the palette while that key would be typed."""
    told = ((_key_now(BY_ID[command], typing=typing), command) for command in ("app.help", "app.palette"))
    return next(((shown(key), BY_ID[command].name) for key, command in told if key), ("", ""))


def _key_now(command: Command, *, typing: bool) -> str | None:
    """The key that does a command: while one types, the first that types nothing."""
    return next((key for key in command.keys if not (typing and types(key))), None)
