"""Make the shipped weights and the figures of their card, in one command.

    python -m training.body --corpora DIR --work WORK

Writes `src/articlekit/body/data/blocks.json`, weights that have not seen a fifth of
the sites each into WORK/folds, what they find into WORK/out, and prints the tables
of the model card. The same pages give the same bytes.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from training.body.pages import CORPORA


def main() -> None:
    """Run the steps, each in a process of its own: they need much memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    pages = ("--corpora", options.corpora)
    folds, out = str(options.work / "folds"), str(options.work / "out")
    steps = (
        ("training.body.train", *pages),
        ("training.body.train", *pages, "--folds", folds),
        ("training.body.folds", *pages, "--folds", folds, "--out", out, *CORPORA),
        ("training.body.card", *pages, "--out", out),
    )
    for module, *arguments in steps:
        subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()
