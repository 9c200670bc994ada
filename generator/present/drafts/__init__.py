"""Drafts of news articles, made from what everyone may see, for an editor to go on with."""
