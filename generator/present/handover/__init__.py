"""News as files, for whoever brings them to a website by hand: to import, or to paste."""
