"""One process, one port: Voila with the course's own pages and /api beside it."""
