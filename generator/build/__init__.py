"""The use cases: check the records, sum them up, build the site, start an organisation."""
