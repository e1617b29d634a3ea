"""Who reports what in one sentence: its tokens and tags, phrases, cues, contents. Knows nothing of articles."""

from __future__ import annotations
