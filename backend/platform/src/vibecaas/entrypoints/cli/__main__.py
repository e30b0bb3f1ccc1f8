"""`python -m vibecaas.entrypoints.cli`."""

import sys

from vibecaas.entrypoints.cli.program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
