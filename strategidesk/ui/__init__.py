"""Windows over the desk; the only package that knows Qt."""
