"""Where AWS Lambda comes in; the runtime imports it by its path, though `lambda` is a keyword."""

from skill.alexa.entry import handle as lambda_handler
from skill.alexa.entry import prepare

__all__ = ["lambda_handler"]

prepare()  # SnapStart keeps what is done by now; without it the first turn would have to do it
