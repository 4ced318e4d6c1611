"""One field of the article a module, each decided by a contest of candidates."""
