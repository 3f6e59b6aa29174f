"""The store: keeps events for good, projects cases and tasks from them, and hands both back."""
