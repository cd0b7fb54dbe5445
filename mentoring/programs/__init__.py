"""Personalised programmes of 3–12 months, the consents to them and the orders that start and end them.

One order fixes many pairs and approves their programmes; nobody signs a paper that speaks of what does not exist yet
(R-1.3, R-1.7, R-2.2, R-4.1.1a, R-4.1.3b, R-4.5.0; ТК РФ ст. 351.8).
"""
