"""The parts of the page of areas: their list, one area in full, its hallmarks and activities."""
