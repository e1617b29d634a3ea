"""What each part of the app shows, and what prints the same as lines of plain text: for screen readers and pipes. Data.

`docs/plain.md` is made from this, and a test sees to it that no screen, no dialog and no command is left out.
"""

from __future__ import annotations

from typing import NamedTuple


class Counterpart(NamedTuple):
    """A part of the app, and the command lines (after `tui`) that print the same of the sample, or decide the same.

    `parts` are the classes of its screens and dialogs, or the owner of its commands; `commands` are those that lead to
    it, by id.
    """

    what: str
    lines: tuple[str, ...]
    parts: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


COUNTERPARTS = (
    Counterpart(
        "Results of a search, with their best passages", ("search s-400 --limit 10",), ("MainScreen", "search"),
        ("app.search", "app.new_search", "search.open", "search.order"),
    ),
    Counterpart("Articles that say the same", ("copies", "search s-400 --copies"), ("Copied",),
                ("search.copies", "ledger.copies")),
    Counterpart(
        "What could narrow a search, and what does", ("facets s-400", "search 's-400 -country:greece'"), ("Narrowing",),
        ("search.narrow", "search.next_chip", "search.previous_chip", "search.chip", "search.exclude"),
    ),
    Counterpart(
        "Searches of before, and those that are kept",
        ("kept", "keep spring s-400", "kept spring", "forget spring"), ("SavedSearches",),
        ("app.saved",),
    ),
    Counterpart(
        "An article, its quotations and its actors", ("show 004",), ("article",),
        ("article.card", "article.next_quotation", "article.previous_quotation", "article.next_name",
         "article.previous_name", "app.indirect"),
    ),
    Counterpart(
        "The places of words", ("concordance '\"done deal\"'", "concordance sanct* --by right"),
        ("Concordance", "finder"),
        ("app.concordance", "article.find", "article.next_hit", "article.previous_hit", "finder.take", "finder.next",
         "finder.previous"),
    ),
    Counterpart("Why a quotation has its speaker", ("why 004 q1",), (), ("app.why",)),
    Counterpart(
        "Quotations: all, by whom, of whom, of a kind, to check",
        ("quotes", "quotes --speaker cavusoglu", "quotes --about akar", "quotes --kind direct", "quotes is:doubtful"),
        ("ledger",),
        ("app.ledger", "actors.said", "actors.about", "actors.ledger", "ledger.open", "ledger.queue", "ledger.scope",
         "ledger.direct", "ledger.partial", "ledger.reported", "ledger.statement"),
    ),
    Counterpart(
        "Actors, by any spelling, and the card of one", ("actors cavus", "actor cavusoglu"), ("actors",),
        ("app.look_up", "actors.open", "actors.spellings"),
    ),
    Counterpart(
        "Who met, called or wrote to whom, and the words that tell of it",
        ("contacts --of cavusoglu", "contacts --told --of cavusoglu"), ("Contacts", "Witnesses"),
        ("app.contacts", "actors.contacts"),
    ),
    Counterpart("Who with whom", ("contacts --matrix",)),
    Counterpart("A list as a file", ("quotes s-400 --csv", "quotes s-400 --md", "contacts --csv", "timeline --csv"),
                ("Exporting",),
                ("ledger.export",)),
    Counterpart("Recurrent matters, and who said what on one", ("topics", "topics s-400"), ("TopicList",),
                ("app.topics",)),
    Counterpart("Articles, quotations and contacts over time", ("timeline s-400", "timeline --actor cavusoglu"),
                ("Timing",), ("app.timeline",)),
    Counterpart(
        "What is copied, with its source", ("cite 004 q1", "cite 004 --as bibtex"), ("CopyAs",),
        ("app.copy", "app.cite", "app.copy_as"),
    ),
    Counterpart(
        "Putting a quotation right", ("quotes correct 004 q1 --speaker akar", "quotes correct 004 q1 --confirm"),
        ("Correcting",), ("app.correct", "app.confirm"),
    ),
    Counterpart(
        "Deciding about actors",
        ("actors merge 'hulusi akar' 'lloyd austin' --preview", "actors rename akar 'Akar Pasha'",
         "actors role 'akar pasha' General", "actors split 'akar pasha' --article 004 --name 'Bo Olsen'",
         "actors drop 'bo olsen'"),
        ("Deciding", "SameAs", "PartOf", "Renaming", "InRole", "NoActor"), ("actors.same", "actors.part"),
    ),
    Counterpart(
        "Saying where articles come from; marked ones are those that answer a search",
        ("source 004 --outlet 'The Paper'", "source --matching s-400 --outlet 'The Paper' --preview"),
        ("OfSource", "OfSources"), ("app.source", "search.mark", "search.mark_all"),
    ),
    Counterpart(
        "Stars and tags of articles",
        ("star 004", "search is:starred", "tag 004 ankara 'follow up'", "tags", "search tag:ankara", "untag 004 ankara",
         "unstar 004"),
        ("Tagging",), ("app.tags", "search.star", "article.star"),
    ),
    Counterpart("Taking the last decision back", ("undo",), (), ("app.undo",)),
    Counterpart("What has come into the folder", ("index",), (), ("app.refresh",)),
    Counterpart("All keys, all commands", ("keys", "--help"), ("Help", "KeysOfList", "Palette"),
                ("app.help", "app.palette")),
    Counterpart("Where the files are", ("dirs",), (), ("app.open_original", "app.edit", "app.page")),
)  # fmt: skip

IN_THE_HAND = frozenset({
    "app.leave", "app.back", "app.forward", "app.pane_search", "app.pane_article", "app.pane_actors", "app.next_pane",
    "app.previous_pane", "app.zoom", "app.wider", "app.narrower", "app.theme", "app.interrupt", "app.suspend",
    "app.quit", *(f"{owner}.{verb}" for owner in ("search", "article", "actors", "ledger")
                  for verb in ("down", "up", "page_down", "page_up", "first", "last")),
})  # fmt: skip
"""Commands that only move, or change how the app looks: they show nothing that could be printed."""
