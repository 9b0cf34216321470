"""What is said about reminders is heard as it is meant, in many orders; what only sounds like it is not."""

from datetime import date

import pytest

from tests.device.a_speaker import interpreter

THURSDAY = date(2026, 11, 26)
HEARD = {
    "remind me to stretch tomorrow at eight": ("RemindMeIntent", {"day": "2026-11-27", "time": "08:00"}),
    "tomorrow at eight remind me to stretch": ("RemindMeIntent", {"day": "2026-11-27", "time": "08:00"}),
    "remind me at seven tonight to stretch my calves": (
        "RemindMeIntent",
        {"day": "2026-11-26TNI", "time": "07:00"},
    ),
    "set a reminder for my stretches at nine pm": ("RemindMeIntent", {"time": "21:00"}),
    "remind me in two hours": ("RemindMeIntent", {"duration": "PT2H"}),
    "remind me half an hour from now": ("RemindMeIntent", {"duration": "PT30M"}),
    "remind me every sunday morning at ten to stretch": ("RemindMeIntent", {"time": "10:00"}),
    "remind me mondays and thursdays at seven pm to stretch": ("RemindMeIntent", {"time": "19:00"}),
    "remind me to stretch after my sunday run": ("RemindMeIntent", {"day": "2026-11-29"}),
    "don't let me forget to freeze the bottle tonight": ("RemindMeIntent", {"day": "2026-11-26TNI"}),
    "what reminders do I have": ("ListRemindersIntent", {}),
    "do I have a reminder tomorrow": ("ListRemindersIntent", {"day": "2026-11-27"}),
    "when will you remind me": ("ListRemindersIntent", {}),
    "cancel my reminder": ("CancelReminderIntent", {}),
    "cancel tomorrow's reminder": ("CancelReminderIntent", {"day": "2026-11-27"}),
    "delete the nine o'clock reminder": ("CancelReminderIntent", {"time": "09:00"}),
    "stop reminding me": ("CancelReminderIntent", {}),
    "don't remind me to stretch anymore": ("CancelReminderIntent", {}),
    "move it to nine": ("MoveReminderIntent", {"time": "09:00"}),
    "move the nine o'clock reminder to sunday": (
        "MoveReminderIntent",
        {"which_time": "09:00", "day": "2026-11-29"},
    ),
    "change my reminder to half past seven in the evening": ("MoveReminderIntent", {"time": "19:30"}),
    "remind me how this works": ("ExplainIntent", {}),
    "remind me what my settings are": ("HearSettingsIntent", {}),
}
NONE_OF_IT = (
    "remind me to call dad",
    "remind me to water the plants",
    "remind my wife to run",
    "I set a reminder on my phone",
    "my phone reminded me",
    "did you remind me yesterday",
    "you don't need to remind me",
)
OURS = ("RemindMeIntent", "ListRemindersIntent", "CancelReminderIntent", "MoveReminderIntent")


@pytest.mark.parametrize(("said", "meant"), HEARD.items(), ids=HEARD.keys())
def test_it_is_heard(said: str, meant: tuple[str, dict[str, str]]) -> None:
    intent, slots = meant
    heard = interpreter().understand(said, {}, THURSDAY)

    assert (heard.intent, heard.guess) == (intent, "")
    for name, value in slots.items():
        assert heard.slots[name].value == value


@pytest.mark.parametrize("said", NONE_OF_IT)
def test_what_only_sounds_like_it_is_not_taken_for_it(said: str) -> None:
    assert interpreter().understand(said, {}, THURSDAY).intent not in OURS
