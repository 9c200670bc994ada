"""Bytes become records: strict YAML, the shape of each record, the tree of files."""
