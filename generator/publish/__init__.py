"""What leaves the house: mail; it knows addresses and servers, and nothing of records."""
