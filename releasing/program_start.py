"""What the program of one file runs first (``releasing/program.spec``)."""

from govreport_lint.double_click.start import start

if __name__ == "__main__":
    start()
