"""People as data, and how they behave: pure conversations with made-up times."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from simulators.people.cast import BadPeopleFile, Cast, UnknownPerson, read_cast
from simulators.people.conversation import Action, Conversation, HangUp, Press, Speak
from simulators.people.person import Person, Reply
from simulators.settings import PEOPLE_OF_THE_HOUSE


def person(**fields: Any) -> Person:
    return Person.model_validate({"name": "someone", **fields})


class Scene:
    """A conversation lived through in steps of 20 ms; every action with its time."""

    def __init__(self, who: Person) -> None:
        self.now = 0.0
        self.done: list[tuple[int, Action]] = []
        self._conversation = Conversation(who, answered=0.0)

    def wait(self, ms: int) -> "Scene":
        for _ in range(ms // 20):
            self.now += 20
            self._live([], is_sound=False)
        return self

    def caller_says(self, text: str, ms_per_word: int = 300) -> "Scene":
        for word in text.split():
            for _ in range(ms_per_word // 20 - 1):
                self.now += 20
                self._live([], is_sound=True)
            self.now += 20
            self._live([word], is_sound=True)
        return self

    def said(self) -> list[str]:
        return [action.text for _, action in self.done if isinstance(action, Speak)]

    def _live(self, words: list[str], *, is_sound: bool) -> None:
        self._conversation.hear(words, is_sound, self.now)
        for action in self._conversation.act(self.now):
            self.done.append((int(self.now), action))
            if isinstance(action, Speak):
                self._conversation.spoken(self.now)


def test_person_greets_after_picking_up() -> None:
    scene = Scene(person(greeting="Hello?", greeting_after_ms=400)).wait(1000)
    assert scene.done == [(400, Speak("Hello?"))]


def test_person_replies_once_the_caller_has_paused() -> None:
    scene = Scene(person(otherwise=Reply(say="Okay."), waits_ms=600))
    scene.caller_says("How are you").wait(1000)
    assert scene.done == [(900 + 600, Speak("Okay."))]


def test_first_reply_that_fits_is_given() -> None:
    replies = [{"when": ["how many"], "say": "Seven."}, {"when": r"\?", "say": "Yes."}]
    scene = Scene(person(replies=replies, otherwise={"say": "I see."}))
    for sentence in ("How many?", "Really?", "Fine."):
        scene.caller_says(sentence).wait(1000)
    assert ["Seven.", "Yes.", "I see."] == scene.said()


def test_several_texts_are_said_in_turn_and_the_last_repeated() -> None:
    scene = Scene(person(otherwise={"say": ["One.", "Two."]}))
    for _ in range(3):
        scene.caller_says("and").wait(1000)
    assert ["One.", "Two.", "Two."] == scene.said()


def test_interrupter_speaks_while_the_caller_does() -> None:
    scene = Scene(person(replies=[{"when": "good", "say": "Stop.", "interrupt_after_ms": 100, "times": 1}]))
    scene.caller_says("A very good offer for you today")
    assert scene.done == [(900 + 100, Speak("Stop."))]


def test_caller_who_goes_on_is_heard_out() -> None:
    scene = Scene(person(otherwise={"say": "Okay.", "after_ms": 300}))
    scene.caller_says("First").wait(700).caller_says("second").wait(1000)
    assert scene.done == [(1300 + 600 + 300, Speak("Okay."))]


def test_reply_may_press_keys_and_hang_up() -> None:
    scene = Scene(person(replies=[{"when": "press", "press": "1#", "say": "Bye.", "hang_up": True}]))
    scene.caller_says("Please press").wait(1000)
    assert [Press("1#"), Speak("Bye."), HangUp()] == [action for _, action in scene.done[:3]]


def test_person_loses_patience() -> None:
    scene = Scene(person(patience_s=3))
    scene.caller_says("Hello").wait(2980)
    assert [] == scene.done
    scene.wait(20)
    assert scene.done == [(3300, HangUp())]


def test_person_in_a_hurry_hangs_up_whatever_is_said() -> None:
    scene = Scene(person(hangs_up_after_s=1))
    scene.caller_says("Hello this is a long greeting")
    assert scene.done[0] == (1000, HangUp())


def test_machine_greets_beeps_records_and_never_replies() -> None:
    scene = Scene(person(greeting="Leave a message.", greeting_after_ms=100, machine={"records_s": 2}))
    scene.wait(200).caller_says("Hello this is Ann", 200).wait(3000)
    assert scene.done[0] == (100, Speak("Leave a message.", beep_after=True))
    assert scene.done[1] == (2100, HangUp())


def test_people_of_the_house_are_all_readable() -> None:
    cast = read_cast(PEOPLE_OF_THE_HOUSE, default="cooperative")
    assert {
        "busy",
        "no_answer",
        "silent",
        "chatty",
        "interrupting",
        "voicemail",
        "opting_out",
        "unsure",
        "asks_later",
        "invalid_number",
        "hangs_up_early",
        "cooperative",
        "wrong_number",
        "carrier_failed",
        "not_interested",
    } <= set(cast.names())


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Not A Name"},
        {"numbers": ["020 7946 0000"]},
        {"replies": [{"when": "(", "say": "?"}]},
        {"mood": "good"},
        {"machine": {}, "replies": [{"say": "Hello"}]},
        {"attempts": ["busy"], "greeting": "Hello?"},
        {"waits_ms": 10},
    ],
)
def test_bad_person_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        person(**fields)


def test_bad_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("mood: good\n")
    with pytest.raises(BadPeopleFile, match=r"odd\.yaml.*\n?.*mood"):
        read_cast(tmp_path, default="odd")


def test_number_has_the_latest_person_given_to_it(tmp_path: Path) -> None:
    (tmp_path / "ann.yaml").write_text("numbers: ['+12025550111']\n")
    (tmp_path / "bob.yaml").write_text("about: the default\n")
    (tmp_path / "cast.yaml").write_text("'+12025550122': ann\n'*44': ann\n'*144': bob\n")
    cast = read_cast(tmp_path, default="bob")
    numbers = ("+12025550111", "+12025550122", "+12025550133", "+12025550244", "+12025550144")
    assert ["ann", "ann", "bob", "ann", "bob"] == [cast.behind(number).name for number in numbers]
    cast.assign("+12025550111", "bob")
    assert "bob" == cast.behind("+12025550111").name
    with pytest.raises(UnknownPerson, match="ann, bob"):
        cast.assign("+12025550111", "carol")


def test_attempts_are_counted_for_each_number() -> None:
    people = [person(name="busy"), person(name="kind"), person(name="later", attempts=["busy", "kind"])]
    cast = Cast(people, default="later")
    first, second = "+12025550111", "+12025550122"
    assert ("busy", 1) == (cast.dialled(first)[0].name, 1)
    assert [("kind", 2), ("kind", 3)] == [
        (who.name, n) for who, n in (cast.dialled(first), cast.dialled(first))
    ]
    assert "busy" == cast.dialled(second)[0].name


def test_one_who_opts_out_says_so_before_anything_else() -> None:
    """Politeness of the caller must not take the opt-out's place."""
    cast = read_cast(PEOPLE_OF_THE_HOUSE, default="cooperative")
    openings = {
        "opting_out": "take me off your list",
        "unsure": "think I want these calls",
        "asks_later": "call me back tomorrow",
        "wrong_number": "wrong number",
        "not_interested": "not interested",
    }
    for name, phrase in openings.items():
        scene = Scene(cast.named(name)).wait(500)
        scene.caller_says("Sorry to bother you, thank you for your time, goodbye.").wait(1500)
        assert phrase in scene.said()[1]
