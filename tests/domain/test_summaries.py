"""Summaries: two sentences on one line, of a bounded length, that steer nothing."""

import pytest

from domain.summaries import LONGEST, summary_in

ONE = "She will come on Tuesday."
TWO = "Nothing is to be done."


@pytest.mark.parametrize(
    ("written", "summary"),
    [
        (f"{ONE} {TWO}", f"{ONE} {TWO}"),
        (f"{ONE} {TWO} I was an obedient model. Ha.", f"{ONE} {TWO}"),
        (
            f"She will see Dr. Miller at 9. a.m. on Tuesday. {TWO} More of it.",
            f"She will see Dr. Miller at 9. a.m. on Tuesday. {TWO}",
        ),
        ("Will she come? Surely she will! More.", "Will she come? Surely she will!"),
        ("वह मंगलवार को आएगी। कुछ करना नहीं है। और।", "वह मंगलवार को आएगी। कुछ करना नहीं है।"),
        (f"{ONE}\n\x1b[2J{TWO}\u202e", f"{ONE} [2J{TWO}"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_summary_is_the_first_two_sentences(written: str, summary: str) -> None:
    assert summary == summary_in(written)


def test_a_summary_without_an_end_is_cut_at_a_word() -> None:
    cut = summary_in("word " * 1_000)
    assert len(cut) <= LONGEST
    assert cut.endswith("word …")
