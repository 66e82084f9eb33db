"""Assessments of a capability: how one respondent and a room are scored, and the charts of it."""
