"""One file per vendor or outside program; each fills a port of a room."""
