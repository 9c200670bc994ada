"""Values become text and bytes; nothing here writes a file."""
