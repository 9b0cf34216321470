"""How much is read at most: more than anybody has, and far less than would fill a machine's memory."""

from typing import Final

LONGEST_RUN: Final = 320_000
"""Metres. As for a run that is told by voice: the 24-hour world record is 319.614 km (IAU, Verona, 2022)."""
MOST_ACTIVITIES: Final = 250_000
"""In one import: ten a day for sixty years; a run takes some 400 bytes of memory while it is read."""
LARGEST_FILE: Final = 2 << 30
"""Bytes of one file as it is read, unpacked. A year of summaries at Garmin is some 2 MB."""
LARGEST_RECORDING: Final = 16 << 20
"""Bytes of one FIT file, which is read into memory: a watch writes some 100 KB an hour."""
LARGEST_LIST: Final = 32 << 20
"""Bytes of one gear.json, which is read into memory: a link is some 60 bytes."""
LARGEST_TOTAL: Final = 16 << 30
"""Bytes that are read in one import, unpacked, whatever they are."""
HIGHEST_RATIO: Final = 200
"""Times a file may be as large as it is packed. Text of many equal rows reaches some 60, a bomb 1,000."""
RATIO_MATTERS_FROM: Final = 32 << 20
"""Bytes below which a high ratio does no harm."""
DEEPEST: Final = 3
"""Zips and gzips in one another. Garmin's account export has two."""
LARGEST_DIRECTORY: Final = 8 << 20
"""Bytes of a zip's directory, which is read into memory: some 100 for each file, so 80,000 files."""
MOST_FILES: Final = 200_000
"""Of all folders and zips together."""
LONGEST_LINE: Final = 1 << 20
"""Characters of one line of a table."""
LARGEST_ACTIVITY: Final = 8 << 20
"""Bytes of one activity in a JSON list, and of one element of an XML file: a few kilobytes are usual."""
LONGEST_PATH: Final = 1_000
"""Characters that are told of a path which the runner gave."""
LONGEST_WORDS: Final = 80
"""Characters that are told of a title, a name or a fault."""
