"""The flowchart: one column of symbols, laid out by our own arithmetic (decision 0009)."""
