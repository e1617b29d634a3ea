"""The command line: what may be typed, what each command does, the linear mode. stdout is data."""

from __future__ import annotations
