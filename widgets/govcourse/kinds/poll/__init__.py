"""The poll."""
