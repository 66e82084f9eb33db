"""The whiteboard."""
