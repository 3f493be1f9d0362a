"""Running text as it will look: an editor for every mark of the prose subset."""
