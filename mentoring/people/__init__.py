"""Person apart from user and from employment: names with dates, gender, case forms that a person corrected.

One person may work in several organisations and in none; the same public id goes with her everywhere.
"""
