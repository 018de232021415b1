"""`python -m extractor`: the command."""

from extractor.cli import main

main()
