"""What one article holds: names, quotations, who speaks, dates, contacts. Pure functions: text in, spans out."""

from index.annotation.annotate import Annotation, annotate

__all__ = ["Annotation", "annotate"]
