"""A staff list from a spreadsheet, read and compared before anything is written (R-1.1).

`layout` finds the list in the workbook, `people` reads its rows, `plan` compares them with who is known. All of it is
pure: today's date comes from the edge, nothing is written, the same file gives the same plan.
"""
