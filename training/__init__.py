"""How the shipped weights were made, from pages to data files."""
