"""Silence goes to the recogniser in pieces, whatever a person waits for at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.audio.silence_batching import SilencePieces
from media.audio.voice_activity import FRAME_BYTES

STORY = st.lists(st.sampled_from(["sound", "silence", "words", "end"]), max_size=300)


def tell(story: list[str]) -> list[tuple[str, bytes, bytes]]:
    """Each frame of the story: what it was, the frame itself, and what was sent with it."""
    pieces, told = SilencePieces(), []
    for place, what in enumerate(story):
        if what in ("words", "end"):
            pieces.words(are_final=what == "end")
            continue
        frame = place.to_bytes(2, "big") * (FRAME_BYTES // 2)
        told.append((what, frame, pieces.frame(frame, is_quiet=what == "silence")))
    return told


@given(STORY)
def test_every_frame_is_sent_once_and_in_order_and_waits_40_ms_at_most(story: list[str]) -> None:
    told = tell(story)
    heard, sent = b"".join(frame for _, frame, _ in told), b"".join(piece for *_, piece in told)
    assert heard.startswith(sent)
    assert len(heard) - len(sent) <= 2 * FRAME_BYTES
    assert all(len(piece) <= 3 * FRAME_BYTES for *_, piece in told)


@given(STORY)
def test_a_sound_never_waits(story: list[str]) -> None:
    assert all(piece.endswith(frame) for what, frame, piece in tell(story) if what == "sound")


@pytest.mark.parametrize(
    ("before", "frames_at_once"),
    [
        pytest.param([], 50, id="a call begins"),
        pytest.param(["end"], 0, id="a turn is over"),
        pytest.param(["end", "sound"], 49, id="a sound after it"),
        pytest.param(["end", "words"], 50, id="words that are not final"),
        pytest.param(["sound", "words", "end"], 0, id="the next turn is over"),
    ],
)
def test_silence_is_sent_in_pieces_of_60_ms_once_nothing_can_be_pending(
    before: list[str], frames_at_once: int
) -> None:
    told = tell([*before, *["silence"] * (frames_at_once + 6)])
    sizes = [len(piece) // FRAME_BYTES for what, _, piece in told if what == "silence"]
    assert [*[1] * frames_at_once, 0, 0, 3, 0, 0, 3] == sizes
