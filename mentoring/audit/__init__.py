"""What was done, by whom and when, as sentences; and who looked at whose data.

Events say that and which fields, never personal values. `journal.record()` writes in the caller's transaction.
"""
