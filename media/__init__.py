"""Sound, pictures and codes as values and files; draws nothing."""
