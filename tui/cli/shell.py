"""What a shell and `man` want to know of the command line, made from what is offered. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cli.offered import COMMANDS, Command
from tui.cli.offered_options import OF_COMMAND, OPTIONS

SHELLS = ("bash", "zsh", "fish")

_FIRST = [name for name in COMMANDS if " " not in name]


_OF_ALL = ("--corpus", "--json", "--plain", "--help")


def completions(shell: str) -> str:
    """A script that lets a shell complete commands and options. `shell` is one of `SHELLS`."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def options(command: Command) -> list[str]:
    """All options of a command."""
    corpus = ["--corpus"] if command.corpus else []
    return [*command.options, *corpus, "--json", "--plain", *command.styles, "--help"]


def of_app() -> list[str]:
    """The options without a command."""
    taken = {option for command in COMMANDS.values() for option in options(command)}
    return [option for option in OPTIONS if option not in taken]


def _seconds(first: str) -> list[str]:
    """The second words of commands that begin with `first`."""
    return [name.partition(" ")[2] for name in COMMANDS if name.startswith(f"{first} ")]


def _help(command: Command, option: str) -> str:
    return str((OF_COMMAND.get((command.name, option)) or OPTIONS[option])["help"])


def _bash() -> str:
    first = " ".join([*_FIRST, "--corpus", "--help", *of_app()])
    cases = "\n".join(
        f'    {name.replace(" ", "_")}) words="{" ".join([*_seconds(name), *options(command)])}" ;;'
        for name, command in COMMANDS.items()
    )
    longer = "|".join(name.replace(" ", "_") for name in COMMANDS if " " in name)
    return f"""\
# tui completions bash > ~/.local/share/bash-completion/completions/tui
_tui() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" command="${{COMP_WORDS[1]}}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{first}" -- "$word") $(compgen -d -- "$word"))
    return
  fi
  case "${{command}}_${{COMP_WORDS[2]}}" in {longer}) command="${{command}}_${{COMP_WORDS[2]}}" ;; esac
  case "${{COMP_WORDS[COMP_CWORD-1]}}" in --corpus) COMPREPLY=($(compgen -d -- "$word")); return ;; esac
  case "$command" in
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _tui tui
"""


def _zsh() -> str:
    lines = [
        "#compdef tui",
        "# tui completions zsh > a folder of $fpath, as _tui",
        "_tui() {",
        "  local -a found",
        "  if (( CURRENT == 2 )); then",
        *_described(((name, COMMANDS[name].doc) for name in _FIRST), "    "),
        "    _describe command found",
        "    _files -/",
        "    return",
        "  fi",
        '  local command="$words[2]"',
        '  case "$words[2] $words[3]" in',
        f'    {"|".join(_quoted(name) for name in COMMANDS if " " in name)}) command="$words[2] $words[3]" ;;',
        "  esac",
        '  case "$command" in',
    ]
    for name, command in COMMANDS.items():
        offered = [(second, COMMANDS[f"{name} {second}"].doc) for second in _seconds(name)]
        offered += [(option, _help(command, option)) for option in options(command)]
        lines += [f"    {_quoted(name)})", *_described(iter(offered), "      "), "      ;;"]
    return "\n".join([*lines, "  esac", "  _describe option found", "  _files", "}", '_tui "$@"', ""])


def _described(offered: Iterator[tuple[str, str]], indent: str) -> Iterator[str]:
    yield f"{indent}found=("
    for word, doc in offered:
        yield f"{indent}  {_quoted(word.replace(':', chr(92) + ':') + ':' + doc)}"
    yield f"{indent})"


def _fish() -> str:
    lines = ["# tui completions fish > ~/.config/fish/completions/tui.fish"]
    for name, command in COMMANDS.items():
        *before, last = name.split()
        seen = f"__fish_seen_subcommand_from {before[0]}" if before else "__fish_use_subcommand"
        lines.append(f"complete -c tui -n {_quoted(seen)} -a {last} -d {_quoted(command.doc)}")
        within = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in name.split())
        for option in options(command):
            takes = " -r" if "metavar" in OPTIONS[option] else ""
            doc = _quoted(_help(command, option))
            lines.append(f"complete -c tui -n {_quoted(within)} -l {option[2:]}{takes} -d {doc}")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    """Text that a shell takes as it is."""
    return "'" + text.replace("'", "'\\''") + "'"


def man() -> str:
    """The page of the manual, as roff."""
    return "\n".join([*_page(), ""])


def _page() -> Iterator[str]:
    yield from (
        '.TH TUI 1 "" "Readout"', ".SH NAME", r"tui \- who said what, to whom, when, word for word",
        ".SH SYNOPSIS", ".B tui", r"[\fICORPUS\fR]", ".br", ".B tui", r"\fICOMMAND\fR [\fIWORDS\fR] [\fIOPTIONS\fR]",
        ".SH DESCRIPTION",
        _roff("Readout reads a folder of news articles and finds who said what. Without a command it opens the app on "
              "CORPUS, or on the folder named by READOUT_CORPUS, or else on a sample."),
        ".SH COMMANDS",
    )  # fmt: skip
    for command in COMMANDS.values():
        yield f".SS {_roff(' '.join(filter(None, ('tui', command.name, command.words))))}"
        yield _roff(f"{command.doc[0].upper()}{command.doc[1:]}. {' '.join(command.more.split())}".strip())
        for option in command.options + command.styles:
            yield from (".TP", rf"\fB{_roff(option)}\fR {_roff(str(OPTIONS[option].get('metavar', '')))}".rstrip())
            yield _roff(_help(command, option))
        yield from (".PP", ".nf", *(_roff(example) for example in command.examples), ".fi")
    for title, named in (("OF ALL COMMANDS", _OF_ALL), ("WITHOUT A COMMAND", of_app())):
        yield f".SH OPTIONS {title}"
        for option in named:
            yield from (".TP", rf"\fB{_roff(option)}\fR", _roff(str(OPTIONS[option]["help"])))
    yield from (".SH EXIT STATUS", "0 found, 1 nothing found, 2 trouble.", ".SH ENVIRONMENT")
    for name, doc in ENVIRONMENT.items():
        yield from (".TP", rf"\fB{name}\fR", _roff(doc))


ENVIRONMENT = {
    "READOUT_CORPUS": "the folder of articles, where none is named",
    "READOUT_CACHE": "where the index is kept, which can always be built again",
    "READOUT_DATA": "where your decisions and searches are kept",
    "READOUT_CONFIG": "the folder with config.toml",
    "READOUT_FRESH": "if set, the app opens at its beginning, as with --fresh",
    "NO_COLOR": "if set, no colours",
}
"""The variables that Readout looks at, and what each is for."""


def _roff(text: str) -> str:
    """Text that roff takes as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith(".") else text
