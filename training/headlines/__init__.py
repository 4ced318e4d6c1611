"""How the weights that tell stories from other links are made."""
