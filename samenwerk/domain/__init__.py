"""What a collaboration is and which rules hold: pure, with no clock and no files."""
