"""The parts of the page on which what waits for a person is settled."""
