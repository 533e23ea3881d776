"""From a samenwerking to text: Markdown, a letter, a calendar. Gets its templates handed over; opens no file."""
