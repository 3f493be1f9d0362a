"""The text page: the outline, and running text as it will look."""
