"""The station's application: the composition root, and the only place that knows everything."""
