"""Kivy draws scenes here: glyphs, textures, the painter and the description of what was drawn."""
