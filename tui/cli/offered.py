"""What may be typed after `tui`, as data: the commands. What options they take stands in `offered_options`.

The parser, the help, the completions of a shell and the page of the manual are all made from both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command, once: its parser, its help and its line in the help of all are made from this."""

    name: str
    doc: str
    more: str
    examples: tuple[str, ...]
    words: str = ""
    """How the words it takes are called in the help; none if empty, optional if in brackets."""
    options: tuple[str, ...] = ()
    corpus: bool = True
    """Whether it asks about a corpus."""
    styles: tuple[str, ...] = ()
    """Ways to print, beside those of all commands."""
    instead: str = ""
    """An option that may stand in the place of the words."""


COMMANDS = {
    command.name: command
    for command in (
        Command(
            "search",
            "find articles, best first",
            "All words must occur; OR, -word and parentheses work. \"…\" is a phrase, word* a\n"
            "prefix; title: quote: speaker: to: about: actor: look there alone; is: and kind:\n"
            "ask what a quotation is. Case, accents and the shape of quotation marks do not\n"
            "matter.\n\n"
            "With --batch: for each name in a file, a line each, in how many articles it is,\n"
            "in how many quotations it speaks, and how many by others name it.\n\n"
            "Of articles that say the same the first stands for all; with --copies each is\n"
            "printed by itself.",
            ("tui search s-400 caatsa", "tui search '\"done deal\" -syria'", "tui search speaker:blinken --json",
             "tui search --batch names.txt --csv > found.csv"),
            "QUERY",
            ("--by", "--limit", "--batch", "--copies"),
            styles=("--csv",),
            instead="--batch",
        ),
        Command(
            "facets",
            "tell what articles have in common, with counts",
            "Outlet, year, month, actor, country, kind of quotation, topic; and what to type\n"
            "after the QUERY to have just these.",
            ("tui facets", "tui facets s-400 --limit 3", "tui facets 'quote:ally' --csv"),
            "[QUERY]",
            ("--limit", "--copies"),
            styles=("--csv",),
        ),
        Command(
            "timeline",
            "count articles, quotations and contacts over time",
            "By the date of the articles that answer the QUERY, of the whole corpus without\n"
            "one; with --actor of those that name somebody, with what that one said.",
            ("tui timeline s-400", "tui timeline --actor cavusoglu --by month", "tui timeline s-400 --csv"),
            "[QUERY]",
            ("--actor", "--by", "--copies"),
            styles=("--csv",),
        ),
        Command(
            "concordance",
            "print every place that answers, with its neighbours",
            "By what stands on the left of it, on the right, by outlet, date or rank.",
            ("tui concordance 'done deal'", "tui concordance sanct* --by right --tsv"),
            "QUERY",
            ("--by", "--limit", "--copies"),
            styles=("--tsv",),
        ),
        Command(
            "copies",
            "list articles that are there more than once",
            "Word for word or nearly so: seven in ten of their runs of five words are the\n"
            "same. Those of one group are one report.",
            ("tui copies", "tui copies --csv"),
            styles=("--csv",),
        ),
        Command(
            "show",
            "print one article with its quotations and actors",
            "ID is the article's id, or any part of it that no other article has.",
            ("tui show 004", "tui show 004 --json"),
            "ID",
        ),
        Command(
            "quotes",
            "list quotations: who said what to whom",
            "With a QUERY: those whose own words answer it; is:unattributed and is:doubtful\n"
            "are those to look at. A QUERY that begins with correct or undo stands after --.",
            ("tui quotes --speaker cavusoglu", "tui quotes alliance --kind partial", "tui quotes is:doubtful --csv"),
            "[QUERY]",
            ("--speaker", "--to", "--about", "--kind", "--limit", "--copies"),
            styles=("--csv", "--md"),
        ),
        Command(
            "quotes correct",
            "put a quotation right, for good",
            "ID is an article, Q one of its quotations (q4), as `tui quotes` prints them.\n"
            "Several speakers stand apart by ; and an empty NAME is nobody. What you decide\n"
            "is kept in a file of yours (see `tui dirs`), and outlives every index.",
            ("tui quotes correct 004 q4 --speaker 'ned price'", "tui quotes correct 004 q4 --not-a-quotation"),
            "ID Q",
            ("--speaker", "--kind", "--start", "--end", "--not-a-quotation", "--confirm"),
        ),
        Command(
            "why",
            "tell why a quotation has its speaker",
            "ID is an article, Q one of its quotations (q4), as `tui quotes` prints them.",
            ("tui why 004 q1", "tui why 004 q1 --json"),
            "ID Q",
        ),
        Command(
            "cite",
            "print a quotation or an article as one cites it",
            "A quotation with its source, or an article without Q. As words, citation,\n"
            "markdown, bibtex, ris or csl-json.",
            ("tui cite 004 q1", "tui cite 004 q1 --as markdown", "tui cite 004 --as bibtex"),
            "ID [Q]",
            ("--as",),
        ),
        Command(
            "quotes undo",
            "take back the last correction",
            "Again and again, back to the first.",
            ("tui quotes undo",),
        ),
        Command(
            "undo",
            "take back the last decision, of whatever kind",
            "Again and again, back to the first.",
            ("tui undo",),
        ),
        Command(
            "actors",
            "list persons, organisations and countries",
            "With a NAME: those who are written so, in any spelling, by initials, with a\n"
            "letter wrong. A NAME that is the second word of a command stands after --.",
            ("tui actors", "tui actors cavus", "tui actors jb --csv"),
            "[NAME]",
            ("--limit",),
            styles=("--csv",),
        ),
        Command(
            "actor",
            "print all that is known of one actor",
            "Names as written, roles in time, contacts, topics, who may be the same.",
            ("tui actor cavusoglu", "tui actor blinken --json"),
            "NAME",
        ),
        Command(
            "actors merge",
            "say that two actors are one, for good",
            "B is the same as A from then on. Actors are called by id or any spelling. What\n"
            "you decide is kept in a file of yours (see `tui dirs`); `tui undo` takes it\n"
            "back. --preview prints the places that would change, and changes\n"
            "nothing.",
            ("tui actors merge 'ned price' price-2", "tui actors merge pkk 'workers party' --preview"),
            "A B",
            ("--preview",),
        ),
        Command(
            "actors split",
            "say that a part of an actor is somebody else",
            "Where A is written so, or in these articles, it is the actor called --name, who\n"
            "may be new. An article in which A is written so goes over whole.",
            ("tui actors split bush --spelling 'George Bush' --name 'George H. W. Bush'",
             "tui actors split olsen --article 004 --name 'Bo Olsen, painter' --preview"),
            "A",
            ("--spelling", "--article", "--name", "--preview"),
        ),
        Command(
            "actors rename",
            "show an actor by another name",
            "All spellings find it as before.",
            ("tui actors rename cavusoglu 'Mevlüt Çavuşoğlu'",),
            "A NAME",
            ("--preview",),
        ),
        Command(
            "actors drop",
            "say that what was taken for an actor is none",
            "It is not listed any more. What it is said to have said stays, and is nobody's.",
            ("tui actors drop 'read more'",),
            "A",
            ("--preview",),
        ),
        Command(
            "actors role",
            "give an actor a role",
            "Of a country or body, and in a time, where these are told. Dates are days,\n"
            "months or years: 2021-04-01, 2021-04, 2021.",
            ("tui actors role akar 'Defense Minister' --of turkey --from 2018-07",),
            "A ROLE",
            ("--of", "--from", "--to"),
        ),
        Command(
            "contacts",
            "list who met, called or wrote to whom",
            "What several articles tell of one event is one line. A country takes part by its\n"
            "people. --matrix counts who with whom, --told prints the words that tell of each\n"
            "in every article.",
            ("tui contacts --of cavusoglu", "tui contacts --between akar austin --json",
             "tui contacts --of turkey --kind call --from 2021-02 --to 2021-04", "tui contacts --about s-400",
             "tui contacts --matrix --csv", "tui contacts --graphml > contacts.graphml"),
            options=("--between", "--of", "--about", "--kind", "--from", "--to", "--matrix", "--told", "--limit",
                     "--copies"),
            styles=("--csv", "--graphml", "--ftm"),
        ),
        Command(
            "topics",
            "list recurrent matters, or who said what on one",
            "With a NAME: the quotations that name it, the oldest first.",
            ("tui topics", "tui topics s-400", "tui topics --csv"),
            "[NAME]",
            ("--limit", "--copies"),
            styles=("--csv",),
        ),
        Command(
            "source",
            "say when, where, by whom an article was published",
            "Contacts are dated anew by it. An empty outlet, author or address is unknown.\n"
            "With --matching, of all articles that answer a QUERY, as one decision.",
            ("tui source 004 --date 2021-04-01", "tui source 004 --outlet 'The Paper'",
             "tui source --matching file:herald --outlet 'The Herald' --preview"),
            "ID",
            ("--date", "--outlet", "--author", "--url", "--matching", "--preview"),
            instead="--matching",
        ),
        Command(
            "star", "give articles a star",
            "With --matching, all that answer a QUERY. is:starred then finds them.",
            ("tui star 004 000", "tui star --matching 's-400 quote:ally'"),
            "ID…", ("--matching",), instead="--matching",
        ),
        Command(
            "unstar", "take the star from articles", "", ("tui unstar 004",), "ID…", ("--matching",),
            instead="--matching",
        ),
        Command(
            "tag", "give an article tags",
            "A tag of several words stands in quotation marks. With --matching all articles\n"
            "that answer a QUERY get them, as one decision. tag:NAME then finds them.",
            ("tui tag 004 brief 'follow up'", "tui tag --matching speaker:akar ankara"), "ID NAME…", ("--matching",),
        ),
        Command(
            "untag", "take tags from an article", "", ("tui untag 004 brief", "tui untag --matching tag:brief brief"),
            "ID NAME…", ("--matching",),
        ),
        Command("tags", "list the tags in use, with how many articles have them", "", ("tui tags",)),
        Command(
            "kept",
            "list searches of before and those you keep, or run one",
            "With how many articles answer, and how many of these are new since you looked.",
            ("tui kept", "tui kept spring"),
            "[NAME]",
            ("--limit", "--copies"),
        ),
        Command(
            "keep",
            "keep a search under a name",
            "It stands in a file of yours, where the app finds it, too.",
            ("tui keep spring 's-400 date:2021-04'",),
            "NAME QUERY",
        ),
        Command("forget", "keep a search no longer", "", ("tui forget spring",), "NAME"),
        Command(
            "index",
            "read the corpus if it has changed; tell what it holds",
            "What cannot be read is named on stderr, and the rest is read. No file of the\n"
            "corpus is ever changed. With --watch it goes on until ctrl+c, and prints a line\n"
            "for each article that comes or changes, and for each file that goes.",
            ("tui index --corpus ~/articles", "tui index --rebuild", "tui index --watch --corpus ~/articles"),
            options=("--rebuild", "--watch"),
        ),
        Command(
            "verify",
            "hold what was found against the files, word for word",
            "Every quotation is cut from its file by its offsets and compared. What changed\n"
            "is named, and the exit code is 1; nothing is read anew, as other commands do.",
            ("tui verify",),
        ),
        Command(
            "export",
            "print every article with all that was found, as JSON",
            "One article a line; docs/json.md tells the shape.",
            ("tui export > articles.jsonl",),
        ),
        Command(
            "doctor",
            "find what is wrong: folder, index, decisions, settings",
            "What is derived is built anew with --fix; what you wrote is yours to mend. The\n"
            "exit code is 1 if anything is wrong.",
            ("tui doctor", "tui doctor --fix --corpus ~/articles"),
            options=("--fix",),
        ),
        Command("dirs", "print where Readout keeps things", "", ("tui dirs",)),
        Command("keys", "print the keys of the app", "", ("tui keys",), corpus=False),
        Command(
            "completions",
            "print what lets a shell complete commands",
            "SHELL is bash, zsh or fish. The first line of the script says where it goes.",
            ("tui completions bash > ~/.local/share/bash-completion/completions/tui",),
            "SHELL",
            corpus=False,
        ),
        Command(
            "man",
            "print the page of the manual",
            "",
            ("tui man > tui.1",),
            corpus=False,
        ),
    )
}
