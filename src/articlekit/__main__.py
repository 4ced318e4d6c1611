"""`python -m articlekit` is the command `articlekit`."""

from articlekit.cli import main

main()
