"""What must survive: power cuts, killed processes, failing disks."""
