"""What the house is measured by: `make bench` prints one table, our station beside Chromium showing the same pages."""
