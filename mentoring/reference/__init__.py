"""Dated reference data with source: positions, forms, kinds, grounds, areas, competencies, norms, thresholds, calendar.

Every book is a file in `data/` with the place it was taken from, dates of validity and the mark «проверить» where the
text of the norm was not at hand; `books` reads them as frozen entries, other domains keep their codes. Clauses R-1.1,
R-1.2, R-4.1.4d, R-4.5.1–R-4.5.8 and every place where the law gives a number.
"""
