"""`python -m govcourse.cli`, where the command is not on the path."""

from govcourse.cli import app

if __name__ == "__main__":
    app()
