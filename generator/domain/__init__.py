"""What a record is: frozen models, one module per kind of record, and the findings about them."""
