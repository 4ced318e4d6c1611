"""How the weights for text pages are made."""
