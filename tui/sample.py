"""The sample corpus: three articles that are opened when no folder is named."""

from __future__ import annotations

from pathlib import Path


def sample_corpus() -> Path:
    """The folder of the sample: inside the installed package, or `seeds/` of a checkout."""
    here = Path(__file__).resolve().parent
    packaged = here / "sample"
    return packaged if packaged.is_dir() else here.parent / "seeds"
