"""The only rooms that print, ask and exit."""
