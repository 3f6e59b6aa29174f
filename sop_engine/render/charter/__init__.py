"""The maklumat pelayanan: a document model, and HTML, PDF, Word and Markdown that only place it."""
