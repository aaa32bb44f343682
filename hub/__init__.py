"""The staff's application: Wagtail for people who write, a device API for stations, one command line."""
