"""The test kit: what we test with, for those who build on articlekit.

`articlekit.testing.strategies` needs the extra `testing`
(`pip install 'articlekit[testing]'`).
"""
