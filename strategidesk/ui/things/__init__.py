"""Lists and trees of things: the model that follows changes, how it is painted, and the view."""
