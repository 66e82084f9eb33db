"""The SDG selector."""
