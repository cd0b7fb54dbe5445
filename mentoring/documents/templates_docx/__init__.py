"""Word forms of the papers. A clerk may edit the .docx files in Word; `build` makes them anew."""
