"""Finds or installs the Chromium that the tests drive: the system's, else Playwright's, else the package manager's."""

import os
import shutil
import subprocess
import sys

from govcourse.doctor import chromium

ADVICE = (
    "No Chromium. Install one (apt-get install chromium), or set CHROMIUM to the path of one, and try again."
)


def main() -> int:
    if chromium():
        return 0
    print("No Chromium found; asking Playwright for one.", file=sys.stderr)
    subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"])
    if not chromium() and shutil.which("apt-get"):
        print("Asking the system's package manager.", file=sys.stderr)
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.call([*prefix, "apt-get", "update", "-qq"])
        subprocess.call([*prefix, "apt-get", "install", "-y", "-qq", "chromium"])
    if chromium():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
