"""What the program is made of: the locks, a bill of materials, known vulnerabilities."""
