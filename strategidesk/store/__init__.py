"""Where a revision set lives: the .strategi file, its lock, its backups, its upgrades."""
