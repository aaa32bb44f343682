"""The road between hub and station: signed content down, sealed letters up."""
