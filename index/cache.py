"""Where derived data lives, and whether it may be trusted. Standard library and platformdirs alone: the app's first
frame reads it.

    <cache>/corpora/<name>-<key>/         one folder a corpus, keyed by the corpus' path
        manifest                          what is there, as JSON: written last, replaced in one step
        gen-<random>/                     one whole index: store.sqlite and engine/

A build goes into a fresh generation, and the manifest then names it, so that at any moment there is the old state or
the new one. Where little has changed, it goes on from what the generation before holds. The files of an index are
pickles, so a generation is opened only if it belongs to whoever runs Readout. No file here is called as one that may
hold an article: a person may keep all this inside the corpus.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from index.errors import CacheError

_MANIFEST = "manifest"
_WHOLE = "whole"  # marks a generation that is not being built any more
_ABANDONED_AFTER = 24 * 3600.0


class Glance(NamedTuple):
    """What a corpus held when it was last built, in numbers, read without opening anything."""

    articles: int
    quotations: int
    actors: int
    contacts: int


class Manifest(NamedTuple):
    """What the current generation is and holds.

    `maker` says by which Readout it was built (see `maker`); `state` is a digest of the names, sizes and times of the
    corpus' files, `decisions` one of the file with a person's decisions that the index follows ("": none).
    """

    maker: str
    corpus: str
    generation: str
    state: str
    glance: Glance
    decisions: str = ""


def root() -> Path:
    """The folder for derived data: `READOUT_CACHE`, or the user's cache directory."""
    if chosen := _chosen("READOUT_CACHE"):
        return chosen
    from platformdirs import user_cache_path

    return user_cache_path("readout", appauthor=False)


def _chosen(variable: str) -> Path | None:
    """The folder that a person has put into a variable; one that is named from where they stand is named whole."""
    chosen = os.environ.get(variable)
    return Path(chosen).expanduser().absolute() if chosen else None


@cache
def maker() -> str:
    """A digest of this package's own files: what another Readout derived is built again, and nobody has to remember to
    raise a number."""
    digest = hashlib.sha256()
    for path in sorted(_own_files(Path(__file__).parent)):
        state = path.stat()
        digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _own_files(folder: Path) -> Iterator[Path]:
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _own_files(Path(entry.path))
        elif entry.name.endswith((".py", ".toml", ".sql")):
            yield Path(entry.path)


def home(corpus: Path, under: Path | None = None) -> Path:
    """The folder for the derived data of one corpus."""
    path = corpus.resolve()
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", path.name).strip("-.") or "corpus"
    key = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    return (under or root()) / "corpora" / f"{name[:40]}-{key}"


def decisions(corpus: Path) -> Path:
    """The file with what a person decided about a corpus. No derived data: it stands under `READOUT_DATA`, or in the
    user's data directory, and nothing but a person's word changes it."""
    if chosen := _chosen("READOUT_DATA"):
        return home(corpus, chosen) / "decisions.toml"
    from platformdirs import user_data_path

    return home(corpus, user_data_path("readout", appauthor=False)) / "decisions.toml"


def store(generation: Path) -> Path:
    """The file of the store in a generation."""
    return generation / "store.sqlite"


def engine(generation: Path) -> Path:
    """The folder of the engine in a generation."""
    return generation / "engine"


def glance(corpus: Path) -> Glance | None:
    """What the corpus held when it was last built; `None` if it never was."""
    found = manifest(home(corpus))
    return found.glance if found else None


def manifest(at: Path) -> Manifest | None:
    """The manifest in a corpus' folder, if it is whole and of this user."""
    path = at / _MANIFEST
    try:
        data = json.loads(path.read_bytes())
        found = Manifest(**{**data, "glance": Glance(**data["glance"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not _is_ours(path) or not _is_ours(at / found.generation):
        return None
    return found


def new_generation(at: Path, before: Path | None = None) -> Path:
    """A fresh folder to build into; where there is a generation `before` to go on from, what stands in that.

    The store is copied, because it is changed in place. An engine never changes a file that it has finished, so that
    its files can be the same ones. Raises `CacheError` if there can be no such folder.
    """
    try:
        at.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix="gen-", dir=at))
        if before:
            shutil.copyfile(store(before), store(fresh))
            shutil.copytree(engine(before), engine(fresh), copy_function=_link, ignore=shutil.ignore_patterns("*LOCK"))
        return fresh
    except OSError as error:
        raise CacheError(
            f"The cache folder {at} cannot be written",
            error.strerror or str(error),
            "Set READOUT_CACHE to a folder that can",
        ) from error


def _link(file: str, to: str) -> None:
    """The same file under another name; a copy where a file can only have one."""
    try:
        os.link(file, to)
    except OSError:
        shutil.copyfile(file, to)


def publish(at: Path, found: Manifest) -> None:
    """Make a generation the current one, in one step, and clear away what nobody needs any more.

    Only the current one is marked as whole: whoever clears away at this moment finds it without a mark, or current.
    """
    before = manifest(at)
    amend(at, found)
    (at / found.generation / _WHOLE).touch()
    _clear(at, keep={found.generation, before.generation if before else ""})


def amend(at: Path, found: Manifest) -> None:
    """Replace the manifest in one step."""
    with _alone(at):
        _write(at, found)


def tell(at: Path, generation: str, decisions: str, glance: Glance) -> None:
    """Let the manifest say what a generation follows now, and what it holds; if another one is current, nothing."""
    with _alone(at):
        found = manifest(at)
        if found and found.generation == generation:
            _write(at, found._replace(decisions=decisions, glance=glance))


def _alone(at: Path) -> contextlib.AbstractContextManager[None]:
    from index.lock import locked  # here alone: the first frame only reads

    return locked(at / "manifest.lock")


def _write(at: Path, found: Manifest) -> None:
    write_whole(at / _MANIFEST, json.dumps({**found._asdict(), "glance": found.glance._asdict()}))


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is the old one or the new one at any moment, and the new one is on the disk.

    Any number may write at once: the last one wins.
    """
    number, draft = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise


def _clear(at: Path, keep: set[str]) -> None:
    """Remove old generations: not the one before, which another window may still read, and none that is being built."""
    old = [path for path in at.glob("gen-*") if _is_left(path)]
    if current := manifest(at):  # read now: what another window has made current since is marked, too
        keep.add(current.generation)
    for path in old:
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _is_left(generation: Path) -> bool:
    """Whether nobody is building a generation any more."""
    try:
        return (generation / _WHOLE).exists() or time.time() - generation.stat().st_mtime > _ABANDONED_AFTER
    except OSError:
        return False


def _is_ours(path: Path) -> bool:
    try:
        owner = path.stat().st_uid
    except OSError:
        return False
    return not hasattr(os, "getuid") or owner == os.getuid()
