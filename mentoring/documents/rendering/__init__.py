"""Word and PDF files from frozen payloads, made in a guarded child process.

`renderer` is the face: `render_docx`, `render_pdf` and the batch `Renderer`. Everything that parses a template
(`word`, `pdf`) runs in the child only; nothing here knows the database.
"""
