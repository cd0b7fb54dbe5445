"""Spreadsheets from outside and for outside: read safely in a limited child process, written so that text stays text.

Read with `reader.read_workbook`, write with `writer.write_workbook`. Nothing is imported here on purpose: the child
process starts with every file that is opened and must not pay for the writer.
"""
