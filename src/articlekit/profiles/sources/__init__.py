"""Profiles of single sites, one file a site; imported when their host comes up."""
