"""What the exhibition says: the published schema, the catalogue over it, the civic rules and the checks."""
