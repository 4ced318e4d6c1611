"""Strings in, strings and small values out: spaces, names, dates, languages."""
