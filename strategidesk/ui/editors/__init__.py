"""One small widget per kind of field, all with the same protocol."""
