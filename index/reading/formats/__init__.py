"""A format, a file: each has a `read`, from a source to drafts, and mostly a `sniff`, by which it is told."""
