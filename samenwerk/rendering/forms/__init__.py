"""From the Markdown of a document to the form in which people send it: web page, Word, LibreOffice, PDF."""
