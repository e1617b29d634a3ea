"""A text cut into words and sentences, with their places. What all other rooms of annotation stand on."""

from __future__ import annotations
