"""The on-screen input panel: engines, key layouts and the plain model. `view` draws it."""
