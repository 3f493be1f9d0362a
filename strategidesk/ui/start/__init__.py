"""The first window. Nothing here may import the desk: it is painted before that is loaded."""
