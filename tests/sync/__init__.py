"""Tests of the road between hub and station."""
