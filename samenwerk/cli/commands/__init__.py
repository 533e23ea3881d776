"""One module for each command: it reads the words, calls one workflow, and shows the answer."""
