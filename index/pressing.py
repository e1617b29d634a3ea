"""Bytes in less room."""

from __future__ import annotations

import zlib

_SMALL = 4096


def pressed(raw: bytes, level: int = 6) -> bytes:
    """`raw` as zlib packs it.

    Before zlib begins it makes its tables ready, which takes ten times as long as packing a hundred bytes: small
    pieces get small tables, and come out as small (measured).
    """
    if len(raw) > _SMALL:
        return zlib.compress(raw, level)
    packing = zlib.compressobj(level, wbits=12, memLevel=4)
    return packing.compress(raw) + packing.flush()
