"""The site's host: MkDocs, its plugin and its preview; nothing outside knows which host it is."""
