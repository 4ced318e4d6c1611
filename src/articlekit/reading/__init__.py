"""Bytes or text in, a `Page` of flat columns out."""
