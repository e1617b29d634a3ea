"""Who and what an article names: names and roles as written, and the cast that they make up."""

from __future__ import annotations
