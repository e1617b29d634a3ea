"""The three panes: search, article, actors."""
