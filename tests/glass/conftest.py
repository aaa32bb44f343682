"""Tests here import Kivy by themselves, so what it reads at its import is set first. Fixtures: tests/conftest."""

from kiosk.glass import boot

boot.prepare((1920, 1080), headless=True)
