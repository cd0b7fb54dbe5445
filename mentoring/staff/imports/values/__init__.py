"""Cells of a staff list turned into values: one module for one kind, the rule stated where it is not plain."""
