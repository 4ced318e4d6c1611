"""The body model: pages with labelled blocks, training, cross-validation."""
