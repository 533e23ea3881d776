"""What was said behind `samenwerk`: read strictly where it is certain, by Typer where it is not."""
