"""The flowchart in lanes: one lane an actor in the order of action, laid out by the grid that the matrix uses."""
