"""Where AWS Lambda comes in; the runtime imports it by its path, though `lambda` is a keyword."""

import gc

gc.disable()  # all that is made from here on stays: looking for garbage in it is a tenth of a cold start

from skill.alexa.entry import handle as lambda_handler  # noqa: E402 - after the line above
from skill.alexa.entry import prepare  # noqa: E402 - as above
from skill.settings import SettingsError  # noqa: E402 - as above

__all__ = ["lambda_handler"]

try:
    prepare()  # SnapStart keeps what is done by now; without it the first turn would have to do it
except SettingsError as error:
    raise ImportError(str(error)) from None  # of all errors, the runtime logs this one without a traceback
gc.freeze()  # nor is it looked through in any turn
gc.enable()
