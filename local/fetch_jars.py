"""Fetches jars by their coordinates. Run on its own, with the wheel maven-artifact on the path of modules.

python fetch_jars.py FOLDER GROUP:ARTIFACT:VERSION…
"""

import sys
from pathlib import Path

from maven_artifact import Artifact, Downloader


def main(folder: Path, coordinates: list[str]) -> None:
    downloader = Downloader()
    for place in coordinates:
        group, artifact, version = place.split(":")
        downloader.download(Artifact(group, artifact, version), str(folder / f"{artifact}-{version}.jar"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
