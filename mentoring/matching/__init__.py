"""Who needs a mentor, who can be one and is ready, and the pair they make.

Needs and candidates are proposed by rules with the ground on each row; a person confirms. Readiness is said revocably
and a «нет» is known to the restricted journal only. A pair is decided by the council's recommendation or by a sole
decision under the clause of the МОО's regulation (R-1.2, R-1.4, R-1.5, R-2.2, R-4.1.3a, R-4.1.4d, R-4.5.*).
"""
