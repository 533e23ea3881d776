"""A file typed by hand: what stands there otherwise than it was meant, and the one way to mend it where there is only one."""
