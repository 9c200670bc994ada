"""News by hand: the year, its months and quarters, and single visits."""
