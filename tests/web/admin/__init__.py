"""Tests of the managers' door."""
