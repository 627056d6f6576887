"""Tests of the staff accounts."""
