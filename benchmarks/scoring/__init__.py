"""What an extractor found, scored against what people say stands on the page.

Definitions, the same in every table:

body     4-word shingles as the article-extraction-benchmark counts them: precision
         and recall averaged over pages, and F1 of the two averages. ``median``: median
         page F1. ``exact``: share of pages whose words are equal. ``paragraphs``: F1
         over whole paragraphs, where the corpus has paragraphs. Optional paragraphs,
         sub-headings, the summary and the extractor's own dek may be present or not:
         the best reading counts.
marks    share of segments that are rightly present or absent.
title    share of pages with an equal title, ignoring case, white space and the form
         of marks and dashes.
authors  share of pages with an equal set of names; ``names``: F1 over names.
date     share of pages with an equal day, in the zone given or in UTC; ``time``: equal
         to the minute, where it is known.
image    share of pages with an equal lead picture, by its file name.
credit   F1 over credits (captions likewise), best pairs first, a match where 70 % of
         the words agree.
"""
