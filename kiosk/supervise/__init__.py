"""Keeping a station running: heartbeat to the service manager, and the doctor."""
