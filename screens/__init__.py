"""The glass: what a visitor sees and may do."""
