"""The window's frame: navigation, page header, banner, status bar, menus."""
