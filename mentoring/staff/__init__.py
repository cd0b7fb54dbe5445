"""The staff of an organisation: the basis of processing, the list by hand and from a spreadsheet, its yearly update.

Holds what the grounds of need ask for: hiring, positions with periods, attestation, breaks, experience as of a date
(R-1.1, R-1.2).
"""
