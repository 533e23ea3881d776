"""What a collaboration is and which rules hold: pure, standard library only, no clock, no files."""
