"""congtac: a logbook of grassroots visits, and the site that grows from it."""
