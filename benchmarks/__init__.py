"""articlekit's figures beside those of other extractors, for anyone to repeat.

``python -m benchmarks --help`` lists the modes; ``docs/benchmarks.md`` holds the
last figures and says how they were made.
"""
