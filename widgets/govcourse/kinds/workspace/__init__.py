"""The design-thinking workspace."""
