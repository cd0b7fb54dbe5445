"""Territories (federation → region → municipality) and the organisations that hang on them (R-1.1, R-2.5, R-4.1.1b).

Names have periods, a closed or merged organisation stays with its history; `Installation` says what this copy of the
system is for and whether it is a demo.
"""
