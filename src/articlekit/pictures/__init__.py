"""Pictures of a page: which are the article's, what stands under them, whose they are."""
