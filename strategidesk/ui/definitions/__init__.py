"""The parts of the page of definitions: where a term is used, and two definitions side by side."""
