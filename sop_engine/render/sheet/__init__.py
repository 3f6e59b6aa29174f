"""The standard sheet: what it says, and HTML, PDF, Word and Markdown of it."""
