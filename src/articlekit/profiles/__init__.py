"""Source profiles: which one is for a page, and what it adds."""
