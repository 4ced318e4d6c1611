"""Typed values from saved news pages."""
