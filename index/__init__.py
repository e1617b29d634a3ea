"""Readout's library: articles in, answers out. See `index.library.Library`, the only door."""
