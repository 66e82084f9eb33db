"""The case explorer."""
