"""`python -m skillc`: the same as `skillc`."""

from skillc.cli.app import main

main()
