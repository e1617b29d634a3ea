"""Text on a grid of cells, as pure functions: wrapping, layers of highlights, lines of styled pieces."""
