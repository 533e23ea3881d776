"""What words mean: they are read as people say them, and what was understood is said back."""
