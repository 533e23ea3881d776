"""The agenda of a dossier: an iCalendar file of the days that lie fixed, and what was told of them before."""
