"""Packages for learning platforms."""

import html as entities
import re
import zipfile

import pytest
from govcourse.book import scorm


def test_packages_for_learning_platforms_name_all_their_files(html, tmp_path):
    for path in scorm.pack(html, tmp_path):
        with zipfile.ZipFile(path) as package:
            manifest = package.read("imsmanifest.xml").decode()
            listed = {entities.unescape(name) for name in re.findall(r'<file href="([^"]+)"', manifest)}
            assert listed == set(package.namelist()) - {"imsmanifest.xml"}
            assert "book/notebooks/session-1.html" in listed and 'href="launch.html"' in manifest
    with pytest.raises(FileNotFoundError, match="make book"):
        scorm.pack(tmp_path / "nothing", tmp_path)
