"""The tools that build the package, and what is in it."""

import importlib.util
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:foot-coach:live"
LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]


def tool(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PACKAGE = tool("skill_package")


def language_model(folder: Path, locale: str = "en-US") -> Any:
    content = json.loads((folder / "interactionModels" / "custom" / f"{locale}.json").read_text())
    return content["interactionModel"]["languageModel"]
