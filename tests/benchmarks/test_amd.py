"""The benchmark of who answered: its halves are apart, its figures are counted right, its engine hears what it should."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.amd import calls, sounds
from benchmarks.amd.__main__ import judged, main
from benchmarks.amd.corpus import BadLabels, read_corpus
from benchmarks.amd.figures import upper_bound
from benchmarks.amd.sayings import HERE, SPEAKERS, Sayings
from domain.conversations import AnsweredBy
from domain.language.phrases import plain_words
from simulators.words import mulaw

HOUSE = HERE.parent.parent


def texts(half: str) -> set[str]:
    """Everything a half says that is more than how one picks up a telephone."""
    table = Sayings.read(half).table
    kinds = [table[str(each)] for each in AnsweredBy if str(each) not in ("person", "unknown")]
    kinds += [spoken for name, spoken in table["person"].items() if name not in ("hello", "named", "again")]
    return {plain_words(text) for kind in kinds for said in kind.values() for text in said}


@pytest.mark.parametrize("room", ["media", "domain"])
def test_the_judged_halfs_phrases_occur_nowhere_in_the_product(room: str) -> None:
    """Requirement 52: what is judged was not learnt by heart."""
    code = " ".join(plain_words(path.read_text()) for path in (HOUSE / room).rglob("*.py"))
    assert [] == [text for text in texts("judged") if text in code]


def test_the_halves_share_no_phrase_and_no_speaker() -> None:
    assert set() == texts("judged") & texts("practice")
    assert set() == set(SPEAKERS["judged"]) & set(SPEAKERS["practice"])


def test_calls_are_the_same_again_for_the_same_seed() -> None:
    for make in (calls.persons, calls.machines):
        assert list(make("practice", 3, 5)) == list(make("practice", 3, 5))


@pytest.mark.parametrize(
    "events, trials, bound", [(0, 2_000, 0.0015), (4, 2_000, 0.00457), (10, 100, 0.1637)]
)
def test_the_bound_is_clopper_and_pearsons(events: int, trials: int, bound: float) -> None:
    assert bound == pytest.approx(upper_bound(events, trials), rel=0.01)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A mailbox and a person, as recordings with labels."""
    greeting = sounds.speech(
        "You have reached the Millers, we are out and will be back soon.", "en-us+m1", 170
    )
    line = [
        sounds.silence(500),
        greeting,
        sounds.silence(600),
        sounds.tones(1_000, ms=400),
        sounds.silence(3_000),
    ]
    sizes = [len(part) // 8 for part in line]
    for name, parts in (
        ("machine.ul", line),
        ("person.ul", [sounds.silence(400), greeting[:6_000], sounds.silence(3_000)]),
    ):
        (tmp_path / name).write_bytes(mulaw.encode(np.concatenate(parts)))
    labels = [
        {"file": "machine.ul", "class": "voicemail", "greeting_end_ms": sum(sizes[:2]), "beep_at_ms": sum(sizes[:3])},
        {"file": "person.ul", "class": "person", "greeting_end_ms": 1_150, "beep_at_ms": None},
    ]  # fmt: skip
    (tmp_path / "labels.jsonl").write_text("\n".join(map(json.dumps, labels)))
    return tmp_path


def test_a_corpus_of_recordings_is_judged_by_timing_and_tones(corpus: Path) -> None:
    """Requirements 52, 55."""
    machine, person = judged(read_corpus(corpus), words=False)
    assert (AnsweredBy.VOICEMAIL, True) == (machine.best.found, machine.beep_found)
    assert (AnsweredBy.PERSON, False) == (person.best.found, person.best.was_lost)


def test_the_command_judges_a_folder_of_recordings_and_writes_the_figures(
    corpus: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path_factory.mktemp("report")
    monkeypatch.setenv("CORPUS", str(corpus))
    monkeypatch.setattr("sys.argv", ["benchmarks.amd", "--to", str(to)])
    main()
    report = json.loads((to / "bench-amd.json").read_text())
    figures = {each["figure"]: each["value"] for each in report}
    assert (0, 100, 100, 0) == (
        figures["people_lost, without words"],
        figures["machines_found, without words"],
        figures["beeps_found"],
        figures["false_beeps, armed"],
    )
    assert "people_lost" not in figures


def test_labels_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "labels.jsonl").write_text('{"file": "a.ul", "class": "parrot"}')
    with pytest.raises(BadLabels, match="line 1"):
        list(read_corpus(tmp_path))
