"""Sample deputies for exhibitions, tests and measurements. Nobody here is a real person. README.md: the table."""

from content.samples.directory import published_regions, sample_directory

__all__ = ["published_regions", "sample_directory"]
