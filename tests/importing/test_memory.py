from pathlib import Path

import pytest

from bench.importing import MOST_MEGABYTES
from stand_ins.large_exports import LARGE, Large, read_alone


@pytest.mark.slow
@pytest.mark.parametrize("large", LARGE, ids=lambda large: large.name)
def test_an_export_far_larger_than_anybodys_stays_within_its_memory(tmp_path: Path, large: Large) -> None:
    large.write(tmp_path / "export")
    assert read_alone(tmp_path / "export").megabytes < MOST_MEGABYTES
