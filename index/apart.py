"""Run the build in a process of its own, so that whoever waits for it stays quick, and hear how far it has come.

The child prints a JSON line for each step: `{"progress": …}` while it works, and at the end `{"done": true}` or
`{"error": …}`. A child whose reader has gone stops at its next line; what it had built is never published. What the
libraries of others print stands among its complaints, on stderr.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from index.errors import BuildError, ReadoutError
from index.model import Progress

_PACKAGES = str(Path(__file__).resolve().parent.parent)


def build_apart(
    corpus: Path, home: Path, report: Callable[[Progress], None] | None = None, *, anew: bool = False
) -> None:
    """Build the index of `corpus` into a new generation under `home`, in a child process; with `anew`, without what the
    generation before holds.

    Raises `CacheError`, `CorpusError` or `BuildError`, whatever stopped the child; the generation before stays.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [_PACKAGES, os.environ.get("PYTHONPATH")]))}
    # -P: a folder named "index" where the person stands must not be taken for this package.
    command = [sys.executable, "-P", "-m", "index.apart", str(corpus), str(home), *(["anew"] if anew else [])]
    with tempfile.TemporaryFile() as trouble:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=trouble, env=environment
        ) as child:
            try:
                last = _follow(child.stdout or (), report)
            except BaseException:
                child.kill()
                raise
        trouble.seek(0)
        complaint = _last_line(trouble.read().decode("utf-8", "replace"))
    if error := last.get("error"):
        raise _ERRORS.get(error["class"], BuildError)(error["title"], error["detail"], error["hint"])
    if not last.get("done"):
        raise BuildError("The index could not be built", complaint, "Try again: tui index --rebuild")


def _follow(lines: Iterable[bytes], report: Callable[[Progress], None] | None) -> dict[str, Any]:
    last: dict[str, Any] = {}
    for line in lines:
        last = json.loads(line)
        if report and "progress" in last:
            report(Progress.model_validate(last["progress"]))
    return last


def _last_line(trouble: str) -> str:
    lines = [line.strip() for line in trouble.splitlines() if line.strip()]
    return lines[-1] if lines else "the process that builds it was stopped"


def _subclasses(of: type[ReadoutError]) -> dict[str, type[ReadoutError]]:
    return {c.__name__: c for c in of.__subclasses__() if c.__name__ != "QueryError"}


_ERRORS = _subclasses(ReadoutError)


def main() -> int:
    """The child: `python -m index.apart CORPUS HOME [anew]`. It and its hands give way to whoever types meanwhile."""
    if sys.platform != "win32":
        os.nice(10)
    from index.build import build  # here alone: whoever waits for the child needs none of it

    steps = _own_stdout()

    def say(**what: object) -> None:
        steps.write(json.dumps(what) + "\n")
        steps.flush()

    corpus, home = map(Path, sys.argv[1:3])
    with contextlib.suppress(BrokenPipeError):
        try:
            build(corpus, home, lambda p: say(progress=p.to_json()), anew="anew" in sys.argv[3:])
            say(done=True)
        except ReadoutError as error:
            told = {"class": type(error).__name__, "title": error.title, "detail": error.detail, "hint": error.hint}
            say(error=told)
            return 1
    return 0


def _own_stdout() -> TextIO:
    """What stdout was; whatever is printed from now on, here or by a hand, goes to stderr."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


if __name__ == "__main__":
    sys.exit(main())
