"""What one article holds: names, quotations, who speaks, dates, contacts. Pure functions: text in, spans out."""

from index.annotation.annotate import Annotation, annotate
from index.annotation.dates import published

__all__ = ["Annotation", "annotate", "published"]
