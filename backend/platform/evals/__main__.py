"""`./vibecaas evals --mode offline`: builds every request on the running installation and prints the rates."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
