"""Figures of speed and size: `make bench` prints name, value and unit a line."""
