"""The canvas."""
