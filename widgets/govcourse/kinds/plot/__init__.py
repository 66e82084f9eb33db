"""The two-axis plot."""
