"""What a person types, and where it stands in an article."""

from __future__ import annotations

from index.query.match import hits, matches
from index.query.parse import parse
from index.query.passages import passage
from index.query.searchable import Named, Quoted, Searchable
from index.query.tree import Node, wanted

__all__ = ["Named", "Node", "Quoted", "Searchable", "hits", "matches", "parse", "passage", "wanted"]
