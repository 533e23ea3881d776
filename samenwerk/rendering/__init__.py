"""From a samenwerking to Markdown. Gets its templates handed over; opens no file."""
