"""Leaves out of the Lambda's package what botocore tells of other services than DynamoDB.

    python -m tools.lambda_package PACKAGE

That is most of the package, and the places of all services alone, which every start reads, take 16 ms of one.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Final

SERVICE: Final = "dynamodb"
PLACES: Final = "endpoints.json"


def keep_only_dynamodb(package: Path) -> None:
    """Remove the folders of other services, and their places from the list of all."""
    data = package / "botocore" / "data"
    for folder in data.iterdir():
        if folder.is_dir() and folder.name != SERVICE:
            shutil.rmtree(folder)
    places = json.loads((data / PLACES).read_text("utf-8"))
    for partition in places["partitions"]:
        services = partition["services"]
        partition["services"] = {name: services[name] for name in services if name == SERVICE}
    (data / PLACES).write_text(json.dumps(places), "utf-8")


if __name__ == "__main__":
    keep_only_dynamodb(Path(sys.argv[1]))
