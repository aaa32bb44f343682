"""Where the station meets the window system: start-up order, the loop, the driver for tests."""
