"""Pictures and papers: a diagram model and a document model, and the formats that show them."""
