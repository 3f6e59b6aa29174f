"""``python -m sop_engine`` is ``sop``."""

from sop_engine.cli.main import run

if __name__ == "__main__":
    run()
