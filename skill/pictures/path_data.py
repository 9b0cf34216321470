"""A path as SVG and APL write it: relative, in tenths of a unit, as short as it can be said."""

from skill.pictures.geometry import Path


def path_data(path: Path) -> str:
    """The path's data; what is rounded in one step is made good in the next."""
    written = ""
    x = y = start_x = start_y = 0
    for name, *values in path:
        tenths = [round(float(value) * 10) for value in values]
        if name == "Z":
            written += "z"
            x, y = start_x, start_y
            continue
        ahead = tenths[:5] if name == "A" else []
        numbers = [ahead[0], ahead[1], *(10 * (flag // 10) for flag in ahead[2:])] if ahead else []
        numbers += [value - (y if place % 2 else x) for place, value in enumerate(tenths[len(ahead) :])]
        x, y = tenths[-2:]
        if name == "M":
            start_x, start_y = x, y
        written += ("M" if not written else str(name).lower()) + _numbers(numbers)
    return written


def _numbers(tenths: list[int]) -> str:
    text = ""
    for tenth in tenths:
        number = f"{tenth / 10:g}"
        text += number if not text or number.startswith("-") else f" {number}"
    return text
