"""From a template and a samenwerking to the Markdown of a document, with what a template may reach and spend."""
