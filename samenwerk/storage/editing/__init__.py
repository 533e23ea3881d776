"""The parts of the editor: where each change is spliced in, and which changes go together in one text."""
