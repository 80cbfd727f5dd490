"""What was heard of what was sent, and how far ahead it is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.transcripts import WordTime
from media.audio.playout import UNSURE_MS, Playout, Sending

TEXT = "We offer many things to our customers."
MS_PER_CHARACTER = 60


def speaking(text: str = TEXT, words: tuple[WordTime, ...] = ()) -> Playout:
    """Reply 1 is ready to be heard."""
    playout = Playout()
    clause = playout.clause(1, text)
    clause.audio += b"\x00" * (len(text) * MS_PER_CHARACTER * 8)
    clause.words += words
    clause.end()
    playout.complete(1)
    playout.release(1)
    return playout


def play(playout: Playout, until_ms: int) -> int:
    """Tick every 20 ms; answers how many milliseconds were sent."""
    sent = sum(len(audio) for now in range(0, until_ms + 1, 20) for audio in playout.due(now).audio)
    return sent // 8


@pytest.mark.parametrize("at_ms", [0, 100, 500, 1_000, 2_000])
def test_never_more_than_200_ms_are_sent_ahead(at_ms: int) -> None:
    assert at_ms <= play(speaking(), at_ms) <= at_ms + 200


@pytest.mark.parametrize(
    ("at_ms", "heard"),
    [
        (0, ""),
        (300, ""),
        (800, "We offer"),
        (1_000, "We offer"),
        (1_300, "We offer many"),
        (2_200, "We offer many things to our"),
        (10_000, TEXT),
    ],
)
def test_heard_text_is_proportional_and_rounded_down_to_whole_words(at_ms: int, heard: str) -> None:
    playout = speaking()
    play(playout, at_ms)
    assert playout.heard(1, at_ms) == heard


def test_a_pause_between_sentences_is_not_counted_as_words() -> None:
    """Half of the time is less than half of the words: the pause belongs to the first sentence."""
    playout = speaking("One two. Three four.")
    play(playout, 2_000)
    assert "One" == playout.heard(1, 600 + UNSURE_MS)
    assert "One two." == playout.heard(1, 700 + UNSURE_MS)


@pytest.mark.parametrize(
    ("at_ms", "heard"), [(199, ""), (200, "One"), (779, "One two"), (2_000, "One two three")]
)
def test_heard_text_is_exact_where_the_word_times_are_known(at_ms: int, heard: str) -> None:
    playout = speaking("One two three", (WordTime(3, 200), WordTime(7, 500), WordTime(13, 780)))
    play(playout, at_ms)
    assert playout.heard(1, at_ms) == heard


def test_an_unfinished_clause_is_taken_to_be_long() -> None:
    playout = Playout()
    clause = playout.clause(1, TEXT)
    clause.audio += b"\x00" * 8_000
    playout.release(1)
    play(playout, 1_000)
    assert playout.heard(1, 1_000) == "We offer"


def test_a_mark_returned_before_a_clear_proves_and_after_it_proves_nothing() -> None:
    playout = speaking("Yes.")
    (mark,) = [mark for now in range(0, 400, 20) for mark in playout.due(now).marks]
    assert playout.mark_returned(mark) == 1
    playout = speaking("Yes.")
    (mark,) = [mark for now in range(0, 400, 20) for mark in playout.due(now).marks]
    playout.clear(1, 150)
    assert playout.mark_returned(mark) == 0


@pytest.mark.parametrize(("held_at", "word_began_at"), [(100, 200), (400, 500)])
def test_nothing_is_sent_while_held_and_the_cut_word_is_said_again(held_at: int, word_began_at: int) -> None:
    words = (WordTime(3, 200), WordTime(7, 500), WordTime(13, 780))
    playout = speaking("One two three", words)
    play(playout, held_at)
    playout.hold()
    assert playout.due(held_at + 100).audio == ()
    assert (780 - word_began_at) * 8 == _said_after(playout, held_at + 500)


def test_a_hold_that_ends_before_it_is_heard_cuts_no_word() -> None:
    playout = speaking("One two three", (WordTime(3, 200), WordTime(7, 500), WordTime(13, 780)))
    play(playout, 100)
    playout.hold()
    assert (780 - 300) * 8 == _said_after(playout, 250)


def _said_after(playout: Playout, moment: int) -> int:
    """How many bytes are sent once it is resumed at this moment."""
    playout.resume(moment)
    return sum(len(audio) for now in range(moment, 2_000, 20) for audio in playout.due(now).audio)


def test_an_unreleased_reply_is_not_heard() -> None:
    playout = Playout()
    clause = playout.clause(1, "Secret")
    clause.audio += b"\x00" * 800
    clause.end()
    playout.complete(1)
    assert playout.due(0).audio == ()
    playout.drop(1)
    playout.release(1)
    assert playout.due(20).audio == ()


@given(st.lists(st.integers(0, 900), max_size=12), st.integers(0, 4_000))
def test_heard_text_is_always_a_beginning_and_grows(pieces: list[int], at_ms: int) -> None:
    playout = Playout()
    clause = playout.clause(1, TEXT)
    playout.release(1)
    heard = ""
    for now in range(0, at_ms, 100):
        if pieces:
            clause.audio += b"\x00" * pieces.pop()
        playout.due(now)
        longer = playout.heard(1, now)
        assert TEXT.startswith(longer)
        heard = longer
    assert TEXT.startswith(heard)


@given(st.lists(st.integers(0, 3_000), min_size=1, max_size=6), st.integers(0, 400))
def test_asking_only_when_something_can_be_due_sends_the_same_at_the_same_time(
    lengths: list[int], comes_every_ms: int
) -> None:
    """The clock asks every 20 ms; whatever is queued asks at once."""

    def sent(*, always: bool) -> list[tuple[int, Sending]]:
        playout, told = Playout(), []
        playout.release(1)
        comes = {place * comes_every_ms // 20 * 20: length for place, length in enumerate(lengths)}
        for now in range(0, 25_000, 20):
            came = comes.get(now)
            if came is not None:
                clause = playout.clause(1, TEXT)
                clause.audio += b"\x00" * (came * 8)
                clause.end()
            if now == max(comes):
                playout.complete(1)
            if always or came is not None or now >= playout.next_due():
                told.append((now, playout.due(now)))
        return [(now, sending) for now, sending in told if sending != Sending()]

    assert sent(always=True) == sent(always=False)


def ready(playout: Playout, reply: int, lasts_ms: int) -> None:
    """All of another reply is here, and may be heard."""
    clause = playout.clause(reply, TEXT)
    clause.audio += b"\x00" * (lasts_ms * 8)
    clause.end()
    playout.complete(reply)
    playout.release(reply)


def test_what_is_said_after_a_silence_is_heard_from_then_on() -> None:
    playout = Playout()
    ready(playout, 1, 100)
    play(playout, 200)
    ready(playout, 2, 100)
    assert 2 == playout.due(1_000).began
    assert "" == playout.heard(2, 1_090)
    assert (TEXT, TEXT) == (playout.heard(1, 1_100), playout.heard(2, 1_100))


def test_what_follows_a_clear_is_sent_at_once() -> None:
    playout = speaking()
    play(playout, 100)
    playout.clear(1, 100)
    ready(playout, 2, 400)
    assert 200 * 8 == sum(map(len, playout.due(100).audio))


def test_a_reply_that_is_released_ends_a_hold() -> None:
    playout = speaking()
    playout.hold()
    assert Sending() == playout.due(0)
    ready(playout, 2, 100)
    assert 1 == playout.due(0).began


def test_each_reply_begins_and_ends_once_and_in_order() -> None:
    playout = speaking()
    told = [playout.due(now) for now in range(0, 4_000, 20)]
    assert ([1], [1]) == (
        [each.began for each in told if each.began],
        [each.ending for each in told if each.ending],
    )
    both = Playout()
    ready(both, 1, 20)
    ready(both, 2, 20)
    first = both.due(0)
    assert (1, 1, [1, 2]) == (first.began, first.ending, [both.mark_returned(mark) for mark in first.marks])


def test_a_reply_that_is_dropped_takes_no_other_with_it() -> None:
    playout = speaking()
    ready(playout, 2, 400)
    playout.drop(1)
    assert (2, 400) == (playout.due(0).began, 200 + play(playout, 1_000))


def test_less_than_a_frame_waits_for_more() -> None:
    playout = Playout()
    clause = playout.clause(1, TEXT)
    playout.release(1)
    clause.audio += b"\x00" * 80
    assert Sending() == playout.due(0)
    clause.end()
    assert (b"\x00" * 80,) == playout.due(0).audio
