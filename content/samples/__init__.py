"""Sample deputies for exhibitions, tests and measurements. Nobody here is a real person. README.md: the table."""
