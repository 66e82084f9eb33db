"""The DTCA form."""
