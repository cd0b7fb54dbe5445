"""The design system: tokens, components, page shells, the look of forms, charts and their gallery.

It stands above `core` and knows no domain.
"""
