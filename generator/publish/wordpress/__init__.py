"""Articles on the organisation's WordPress site: a pure plan, and a client that carries it out."""
