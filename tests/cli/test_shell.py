"""What a shell and `man` are told of the command line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli.offered import COMMANDS
from tui.cli.offered_options import OPTIONS
from tui.cli.shell import ENVIRONMENT, SHELLS, completions, man, options

ROOT = Path(__file__).resolve().parents[2]


BASH = shutil.which("bash")
GROFF = shutil.which("groff")


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shell == "bash" or shutil.which(shell)])
def test_a_shell_understands_its_script(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(completions(shell), encoding="utf-8")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tui se", {"search"}),
        ("tui actors me", {"merge"}),
        ("tui actors merge --p", {"--plain", "--preview"}),
        ("tui actors --c", {"--csv", "--corpus"}),
        ("tui contacts --m", {"--matrix"}),
        ("tui keys --co", set()),
    ],
)
def test_bash_completes(typed: str, offered: set[str], tmp_path: Path) -> None:
    assert BASH, "the tests need bash"
    words = typed.split()
    ask = f'COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _tui; printf "%s\n" "${{COMPREPLY[@]}}"'
    argv = [BASH, "--norc", "-c", f"{completions('bash')}\n{ask}"]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert set(done.stdout.split()) == offered


@pytest.mark.parametrize("name", SHELLS)
def test_every_command_and_option_is_offered(name: str) -> None:
    script = completions(name)
    for command in COMMANDS.values():
        assert command.name.split()[-1] in script
        assert all(option.lstrip("-") in script for option in options(command))


def test_the_manual_names_every_command_and_option() -> None:
    page = man().replace("\\-", "-")
    for command in COMMANDS.values():
        assert f".SS tui {command.name}" in page
        assert all(example.replace("'", "\\(aq") in page for example in command.examples)
    assert all(f"\\fB{option}\\fR" in page for option in OPTIONS)


def test_the_manual_names_every_variable_that_is_read() -> None:
    source = "".join(path.read_text("utf-8") for room in ("index", "tui") for path in (ROOT / room).rglob("*.py"))
    read = {*re.findall(r'"(READOUT_[A-Z]+)"', source)}
    assert read == {name for name in ENVIRONMENT if name.startswith("READOUT_")}


def test_the_manual_is_one_that_man_can_set() -> None:
    lines = man().splitlines()
    assert lines[0].startswith(".TH ")
    assert all(line[:1] != "'" for line in lines)  # that would be taken for a request
    if GROFF:  # whoever has it lets it judge, too
        argv = [GROFF, "-man", "-Tutf8", "-k", "-ww"]
        done = subprocess.run(argv, input=man(), capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert "tui search --batch names.txt" in done.stdout
