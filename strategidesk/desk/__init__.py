"""What people do with an open strategy: the use cases that window and command line share."""
