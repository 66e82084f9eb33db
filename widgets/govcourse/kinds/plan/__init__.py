"""The action-plan builder."""
