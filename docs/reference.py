"""Write the pages that are made from the program: `python docs/reference.py`. A test holds them against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.cli.counterparts import COUNTERPARTS
from tui.cli.shell import ENVIRONMENT
from tui.commands import BY_ID, COMMANDS, OWNERS, shown
from tui.screens.concordance import Concordance
from tui.screens.contacts import Contacts
from tui.screens.listing import Listing, keys_of
from tui.screens.timing import Timing
from tui.settings import OPTIONS, Settings

HERE = Path(__file__).parent

_KEYS = """\
# Keys

`?` in the app shows the same, those of the pane or the list you are in first; `tui keys` prints those of the panes.
`ctrl+p` finds commands by name. The names in the last column are those by which [settings](configuration.md) give
commands other keys.

The mouse goes where it clicks, and opens what it clicks again. The wheel scrolls; words are selected by dragging, and
so is the border between two panes moved. In the article, a number before a key that goes to the next or the previous
place takes so many steps: `3]`; the footer tells which keys that are.
"""

_SETTINGS = """\
# Configuration

What you may set: how the app looks, which keys it takes, where things are kept.

## Settings

The app reads `config.toml`; `tui dirs` tells where it is looked for, and `tui doctor` what is wrong with it. A line
that cannot be taken is told when the app opens, with its place, and the rest of the file holds. All of it may be left
out.
"""

_OWN_KEYS = """\

## Keys of your own

A table `[keys]` gives commands other keys, by the names in [Keys](keys.md): one key, or a list of them. A key is the
character that it types, or called `ctrl+f`, `f5`, `escape`, `down`, `pagedown`, `space` and the like. Two commands that
work in the same place cannot have the same key.

```toml
theme = "light"
column = 72

[keys]
article.find = "ctrl+f"
search.order = ["S", "ctrl+o"]
```

## Environment
"""

_PLAIN = """\
# In plain lines

For screen readers, and for whoever prefers lines to panes: all that the app shows or decides can be had as lines of
plain text, without colours, boxes or a cursor that moves.

`tui --plain` at a terminal asks for one line after the other. A line that begins with a command is what one would type
after `tui` in a shell; any other is a search, with its quotation marks. Each answer begins with a line that says what
its fields are, apart by tabs. The arrows bring older lines back, `help` lists all commands, `quit` or `ctrl+d` leaves.

In a shell, `--plain` after any command prints the same; in a pipe, it is what is printed anyhow. The building of an
index is told in lines, too.
"""

_LISTS: dict[str, type[Listing]] = {
    "Concordance": Concordance, "Contacts": Contacts, "Timeline": Timing, "In all of these three": Listing,
}  # fmt: skip
"""The lists that take the whole screen."""


def keys() -> str:
    """The page of all keys."""
    panes = "".join(f"\n## {title}\n\n{_table(_keys_of(owner))}" for owner, title in OWNERS.items())
    lists = "".join(f"\n## {title}\n\n{_table(_keys_of_list(screen))}" for title, screen in _LISTS.items())
    return _KEYS + panes + lists


def configuration() -> str:
    """The page of all that may be set."""
    usual = Settings()
    settings = ((f"`{o.name}`", o.doc, o.wanted, _value(getattr(usual, o.name))) for o in OPTIONS)
    variables = ((f"`{name}`", f"{doc[0].upper()}{doc[1:]}.") for name, doc in ENVIRONMENT.items())
    return (
        f"{_SETTINGS}\n{_table([('setting', 'what it does', 'may be', 'as it comes'), *settings])}"
        f"{_OWN_KEYS}\n{_table([('variable', 'holds'), *variables])}"
    )


def plain() -> str:
    """The page of what prints the same as the app shows."""
    rows = (
        (
            each.what,
            " ".join(dict.fromkeys(f"`{shown(BY_ID[command].usual[0])}`" for command in each.commands)),
            "<br>".join(f"`tui {line}`" for line in each.lines),
        )
        for each in COUNTERPARTS
    )
    return f"{_PLAIN}\n{_table([('in the app', 'keys', 'in plain lines'), *rows])}"


PAGES = {"keys.md": keys, "configuration.md": configuration, "plain.md": plain}


def _keys_of(owner: str) -> Iterator[tuple[str, ...]]:
    yield "keys", "does", "name"
    for command in COMMANDS:
        if command.owner == owner:
            yield " ".join(f"`{shown(key)}`" for key in command.usual), command.doc, f"`{command.id}`"


def _keys_of_list(screen: type[Listing]) -> Iterator[tuple[str, ...]]:
    yield "keys", "does"
    for keys, doc, _ in keys_of(screen, alone=True):
        yield " ".join(f"`{key}`" for key in keys.split()), doc


def _value(value: object) -> str:
    return f"`{str(value).lower()}`" if value != "" else "not set"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    head, *rest = [tuple(field.replace("|", "\\|") for field in row) for row in rows]
    lines = [head, ("---",) * len(head), *rest]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Write the pages."""
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
