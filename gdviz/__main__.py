"""`python -m gdviz` and the command `gdviz`."""

import sys

from gdviz.cli import main

if __name__ == "__main__":
    sys.exit(main())
