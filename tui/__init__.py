"""Readout's terminal app and command line."""
