"""Workbooks of the same rows as the tables, laid out for people to read, filter and print."""
