"""One function per wish of the facilitator: read, decide, write. They return data and print nothing."""
