"""Asking: what a question looks like, how an answer is typed, and that nothing typed is lost."""
