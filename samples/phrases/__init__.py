"""What an official writes in the evening, by kind of work, season and place."""
