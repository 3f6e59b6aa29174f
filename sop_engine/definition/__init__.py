"""The definition language: its models, the reader that makes them from YAML, and the folder of definitions."""
