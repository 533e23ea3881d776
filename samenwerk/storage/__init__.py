"""Files, locks and the clock. The only rooms that read or write; they know nothing of documents or screens."""
