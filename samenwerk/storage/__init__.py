"""Files, other programs, the clock and chance. The only rooms that read or write; they know nothing of documents or screens."""
