"""The standard sheet: what it says, and HTML, PDF and Markdown of it."""
