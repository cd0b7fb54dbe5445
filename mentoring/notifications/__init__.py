"""Inbox, e-mail and the registry of «Сейчас нужно»; knows no domain.

A message is written in the transaction that causes it; e-mail goes afterwards from the queue. Without SMTP there is the
inbox only; an address that refuses letters is shown to the curator.
"""
