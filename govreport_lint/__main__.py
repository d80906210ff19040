"""``python -m govreport_lint`` is ``govreport-lint``."""

from .cli import main

if __name__ == "__main__":
    main()
