"""Everything that a person fills in or edits, derived from the models of the records."""
