"""The parts of the page where the text is written."""
