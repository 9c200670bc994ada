"""Tables of the records and results: defined once, written as CSV, JSON, workbook and package."""
