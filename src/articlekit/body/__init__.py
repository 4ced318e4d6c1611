"""Which blocks of a page are the article, and what they are."""
