"""What happens when Readout is killed, or the disk is full, at any moment: the old state or the new one, nothing lost.

A corpus is built, grows, and is decided upon; each time the work is cut off at a random moment. Afterwards it is opened
as a person would open it, and held against what was acknowledged before the cut.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.figures import ROOT, SEEDS, TUI, Figure, ask, workplace

MOMENTS = 100
SIZES = 20  # of the disk, from nothing to more than enough
_FILES = 24
_SPEAKERS = 400


def measure() -> list[Figure]:
    """Kill at random moments; fill the disk."""
    with workplace() as (folder, env):
        killed = _killed(_Corpus.made(folder / "killed", env), random.Random(20260401))
    with workplace() as (folder, env):
        full = _full(folder, env)
    return [killed, full]


@dataclass
class _Corpus:
    """A folder of articles, what stands in it, and what was acknowledged about it."""

    folder: Path
    env: Mapping[str, str]
    decided: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)  # decisions that were cut off: kept or not, both are right
    files: int = 0

    @classmethod
    def made(cls, folder: Path, env: Mapping[str, str]) -> _Corpus:
        folder.mkdir(parents=True)
        made = cls(folder, env)
        for _ in range(_FILES):
            made.grow()
        return made

    def grow(self) -> None:
        """One more article."""
        seed = sorted(SEEDS.glob("*.txt"))[self.files % 3]
        shutil.copyfile(seed, self.folder / f"{self.files:04}.txt")
        self.files += 1

    def work(self, what: str) -> list[str]:
        """The words of a command that does a kind of work."""
        name = f"Speaker {len(self.decided) + len(self.doubtful):03}"
        decision = ["quotes", "correct", "0000.txt", "q1", "--speaker", name]
        return {"build": ["index", "--rebuild"], "refresh": ["index"], "decision": decision}[what]

    def faults(self) -> list[str]:
        """Open it as a person would, and say what is not as it should be."""
        corpus = ("--corpus", str(self.folder))
        code, told, said = ask(self.env, "index", *corpus)
        wrong = [] if code == 0 and told and told[0]["articles"] == self.files else [f"index: {code} {said[-300:]}"]
        if "Traceback" in said:
            wrong.append(said[-300:])
        code, hits, said = ask(self.env, "search", "turkey", "--copies", "--limit", "1000", *corpus)
        if code or len(hits) != self.files:
            wrong.append(f"search: {code}, {len(hits)} of {self.files} {said[-300:]}")
        kept = self._kept()
        wrong += [f"lost: {name}" for name in self.decided if name not in kept]
        wrong += [f"from nowhere: {name}" for name in kept if name not in {*self.decided, *self.doubtful}]
        return wrong

    def _kept(self) -> list[str]:
        """The speakers that the ledger of decisions names."""
        ledgers = Path(self.env["READOUT_DATA"]).rglob("decisions.toml")
        text = "".join(path.read_text(encoding="utf-8") for path in ledgers)
        return [name for n in range(_SPEAKERS) if (name := f"Speaker {n:03}") in text]


def _killed(corpus: _Corpus, chance: random.Random) -> Figure:
    wrong: list[str] = []
    lasts = {what: _lasts(corpus, what) for what in ("build", "refresh", "decision")}
    cut = 0
    for moment in range(MOMENTS):
        what = ("build", "refresh", "decision")[moment % 3]
        if what == "refresh":
            corpus.grow()
        name = corpus.work("decision")[-1]
        done = _cut_off([*TUI, *corpus.work(what), "--corpus", str(corpus.folder)], corpus.env,
                        chance.uniform(0, 1.2 * lasts[what]))  # fmt: skip
        cut += not done
        if what == "decision":
            (corpus.decided if done else corpus.doubtful).append(name)
        wrong += [f"{what}, moment {moment}: {fault}" for fault in corpus.faults()]
    value = "; ".join(wrong[:3]) or f"{MOMENTS} openings whole after {cut} cuts; {len(corpus.decided)} decisions kept"
    return Figure(f"kill -9 at {MOMENTS} moments", value, "0 lost", not wrong, {"wrong": wrong})


def _lasts(corpus: _Corpus, what: str) -> float:
    """How long a kind of work takes when nobody cuts it off, in seconds."""
    name = corpus.work("decision")[-1]
    began = time.perf_counter()
    code, _, said = ask(corpus.env, *corpus.work(what), "--corpus", str(corpus.folder))
    if code:
        raise RuntimeError(said)
    if what == "decision":
        corpus.decided.append(name)
    return time.perf_counter() - began


def _cut_off(command: list[str], env: Mapping[str, str], after: float) -> bool:
    """Run a command and kill it, with all that it started, after so many seconds; whether it was done by then."""
    with subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as run:
        try:
            return run.wait(after) == 0
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
            return False


def _full(folder: Path, env: Mapping[str, str]) -> Figure:
    """Build, decide and grow on disks of all sizes."""
    what = f"a full disk, {SIZES} sizes"
    wrong: list[str] = []
    refused = 0
    for step in range(SIZES):
        with _disk(folder / f"disk{step}", kilobytes=16 + step * step * 8) as disk:
            if disk is None:
                return Figure(what, "not measured: only root may mount a small disk")
            here = {**env, "READOUT_CACHE": str(disk / "cache"), "READOUT_DATA": str(disk / "data")}
            corpus = _Corpus.made(folder / f"corpus{step}", here)
            for work in ("build", "decision", "refresh"):
                name = corpus.work("decision")[-1]
                code, _, said = ask(here, *corpus.work(work), "--corpus", str(corpus.folder))
                refused += code != 0
                if "Traceback" in said or (code and not said.strip()):
                    wrong.append(f"{work} on disk {step}: {said[-300:]}")
                if work == "decision":
                    (corpus.doubtful if code else corpus.decided).append(name)
                corpus.grow()
            for spare in disk.rglob("gen-*"):  # room again
                shutil.rmtree(spare, ignore_errors=True)
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            wrong += [f"disk {step}: {fault}" for fault in corpus.faults()]
    value = "; ".join(wrong[:3]) or f"whole after each; {refused} of {3 * SIZES} works refused, with a reason"
    return Figure(what, value, "0 lost", not wrong, {"wrong": wrong})


@contextlib.contextmanager
def _disk(at: Path, kilobytes: int) -> Iterator[Path | None]:
    """A disk of that size, in memory; none where one may not be made."""
    at.mkdir()
    options = f"size={kilobytes}k"
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "readout", str(at)], capture_output=True, check=False)
    try:
        yield at if made.returncode == 0 else None
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", "-l", str(at)], check=False)
