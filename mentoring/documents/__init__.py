"""Kinds of papers, their legal basis, numbering, Word and PDF, the register and the check page behind a QR.

Payloads are frozen when a paper is decided; what a signature starts is registered in `documents.reactions` by the
domain that owns the paper (R-3.2a, R-4.1.1a).
"""
