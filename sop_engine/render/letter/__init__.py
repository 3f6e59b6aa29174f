"""Letters that a case gives to people outside: plain values, a document model, and four formats that only place it."""
