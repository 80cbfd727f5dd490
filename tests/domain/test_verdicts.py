"""The decision engine: requirements 74 (tags with evidence), 113 (opt-outs) and the guards of the live call."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import Verdict
from domain.language.tables.every import EVERY
from domain.language.verdicts import combine, judge_by_rules
from domain.language.wishes import (
    is_opt_out,
    is_pickup_phrase,
    is_robot_question,
    is_voicemail_greeting,
    wants_end,
)
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Transcript, Turn
from tests.words.patterns import tables_of

Outcome = BusinessOutcome


def talk(*lines: str) -> Transcript:
    """A transcript from lines such as "agent: Hello" and "person: Hi"."""
    turns = []
    for place, line in enumerate(lines):
        speaker, _, text = line.partition(": ")
        turns.append(Turn(Speaker(speaker), text, place * 1000, place * 1000 + 900))
    return tuple(turns)


def test_every_pattern_can_be_read() -> None:
    for language in EVERY:
        for _, patterns in tables_of(language):
            assert all(re.compile(pattern) for pattern in patterns)


@pytest.mark.parametrize(
    "text",
    [
        "Stop calling me.",
        "Stop calling me!",
        "please stop calling this number",
        "I said stop calling me. Remove my number.",
        "Do not call again",
        "Don't call me again.",
        "Don’t ever call me again, okay?",
        "do not call me anymore",
        "Please don't call here any more",
        "Don't call me.",
        "never call me again",
        "Please take me off your list and do not call me again.",
        "take me off your calling list",
        "Can you take us off the list please",
        "Remove my number from your system",
        "Remove me from your database please",
        "Could you remove my number?",
        "delete my number",
        "lose my number",
        "Unsubscribe.",
        "please unsubscribe me",
        "I want to opt out",
        "put me on your do not call list",
        "I don't want any more calls",
        "I do not want to be called again",
        "I don't want you to call me",
        "We don't want to receive these calls",
        "no more calls please",
        "stop these calls",
        "Leave me alone",
        "I revoke my consent",
        "I'd prefer you don't call me again",
        "Stop.",
        "No. Stop.",
        "I'm not interested. Stop.",
        "Hey, just stop.",
        "I said stop!",
        "No me llame más",
        "Deje de llamarme por favor",
        "Quíteme de su lista",
        "Quiero darme de baja",
        "Rufen Sie mich nicht mehr an!",
        "Bitte streichen Sie mich aus der Liste",
        "Hören Sie auf, mich anzurufen",
        "Ne m'appelez plus",
        "Não me ligue mais",
        "dobara call mat karna",
        "mujhe phone mat karo",
        "call karna band karo",
        "मुझे कॉल मत करो",
    ],
)
def test_opt_outs_are_heard(text: str) -> None:
    """Requirement 113; revocation by any reasonable means (47 CFR 64.1200(a)(10))."""
    assert is_opt_out(text, "en")


DEMANDS = [
    ("en", "I want off your list."),
    ("en", "I asked you not to call me."),
    ("en", "I told you people to stop calling."),
    ("en", "I'd like to be taken off your list."),
    ("de", "Lassen Sie mich in Ruhe."),
    ("fr", "Je ne veux plus être appelé."),
    ("fr", "Laissez-moi tranquille."),
    ("es", "Déjeme en paz."),
    ("pt", "Não quero mais receber ligações."),
    ("pt", "Me deixa em paz."),
    ("hi", "Mujhe call mat kijiye."),
    ("hi", "मेरा नंबर हटा दीजिए।"),
]


@pytest.mark.parametrize(("language", "text"), DEMANDS)
def test_a_demand_in_words_of_everyday_is_heard(language: str, text: str) -> None:
    """Law 4."""
    assert is_opt_out(text, language)


def test_a_demand_is_tried_in_every_language() -> None:
    """Law 4: a new one has examples here before anybody is called in it."""
    assert {one.tag for one in EVERY} == {language for language, _ in DEMANDS}


def test_whoever_cannot_stop_calling_somebody_opts_out_of_nothing() -> None:
    assert not is_opt_out("I can't stop calling my bank.", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Don't stop.",
        "don't stop calling me, I like it",
        "stop it, you're funny",
        "Stop it!",
        "Please don't call me now, call me tomorrow",
        "Don't call me before nine",
        "Don't call me at work",
        "I asked you not to call me at work",
        "don't call me in the morning",
        "Do not call me today",
        "They don't call me often",
        "why don't you call me tomorrow",
        "You never call me",
        "I never call them",
        "Call me again tomorrow",
        "Take me off speaker",
        "I'm not interested",
        "No thank you",
        "Don't unsubscribe me",
        "Stop calling me sir",
        "my phone number is on the list",
        "The bus does not stop here",
        "I could not stop laughing",
        "no more questions please",
        "don't worry",
        "abhi call mat karo",
        "no me llame ahora",
    ],
)
def test_what_only_sounds_like_an_opt_out(text: str) -> None:
    assert not is_opt_out(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Are you a robot?",
        "Is this a real person?",
        "am I talking to a machine",
        "Wait, are you an AI?",
        "Are you human?",
        "Is this a recording?",
        "You're a bot, right?",
        "A robot?",
        "Hang on. Are you a real person or a robot?",
        "¿Es usted un robot?",
        "Sind Sie ein Mensch?",
    ],
)
def test_robot_questions(text: str) -> None:
    assert is_robot_question(text, "es" if "usted" in text else "de" if "Sie" in text else "en")


@pytest.mark.parametrize(
    "text", ["I work on a machine", "My robot vacuum broke.", "Is this about my car?", "Are you open?"]
)
def test_no_robot_questions(text: str) -> None:
    assert not is_robot_question(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Bye.",
        "Okay, bye.",
        "Thank you, goodbye.",
        "I have to go now",
        "I've got to run",
        "I'm hanging up",
        "Okay bye bye",
    ],
)
def test_leave_taking(text: str) -> None:
    assert wants_end(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "I said goodbye to my old phone company",
        "I buy a lot",
        "Have you to go far?",
        "I have to go to the shop first, but yes",
    ],
)
def test_no_leave_taking(text: str) -> None:
    assert not wants_end(text, "en")


@pytest.mark.parametrize(
    "text, language",
    [
        ("Hi, you have reached the voicemail of the Miller family.", "en"),
        ("We are not able to come to the phone right now.", "en"),
        ("Please leave your name, your number and a short message after the tone", "en"),
        ("Your call has been forwarded to an automatic voice message system.", "en"),
        ("The person you are trying to reach is not available.", "en"),
        ("I'm not available to take your call", "en"),
        ("Bitte hinterlassen Sie eine Nachricht nach dem Signalton", "de"),
        ("Deje su mensaje después del tono", "es"),
        ("Please leave a message after the beep", "de"),
    ],
)
def test_voicemail_greetings(text: str, language: str) -> None:
    assert is_voicemail_greeting(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Hello?",
        "Hello, who is this please?",
        "He is not here, do you want to leave a message?",
        "This is the Miller residence.",
        "Can I take a message?",
        "Yes speaking",
    ],
)
def test_people_are_no_voicemail(text: str) -> None:
    assert not is_voicemail_greeting(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Hello?",
        "Hello. Hello?",
        "Yes?",
        "Hi, this is Anna",
        "Anna speaking",
        "Hello, who is this?",
        "Good morning",
    ],
)
def test_pickup_phrases(text: str) -> None:
    assert is_pickup_phrase(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, I am not interested",
        "Stop calling me",
        "What do you want",
        "Hello there, who is this please, I am busy",
    ],
)
def test_no_pickup_phrases(text: str) -> None:
    assert not is_pickup_phrase(text, "en")


@pytest.mark.parametrize(
    "outcome, evidence, lines",
    [
        (
            Outcome.OPT_OUT,
            "Stop calling me.",
            ("agent: Hello, this is Outbound.", "person: No. Stop calling me."),
        ),
        (Outcome.WRONG_NUMBER, "No, this is the wrong number.", ("person: No, this is the wrong number.",)),
        (
            Outcome.WRONG_NUMBER,
            "I think you have the wrong number, there is nobody of that name here.",
            ("person: I think you have the wrong number, there is nobody of that name here.",),
        ),
        (
            Outcome.NOT_INTERESTED,
            "No thank you, I am not interested.",
            ("person: No thank you, I am not interested.",),
        ),
        (Outcome.INTERESTED, "I am very interested.", ("person: Oh. I am very interested.",)),
        (
            Outcome.INTERESTED,
            "Yes please.",
            ("agent: Great. Would you like to visit the showroom?", "person: Yes please.", "agent: Goodbye."),
        ),
        (
            Outcome.NOT_INTERESTED,
            "No, thanks.",
            (
                "agent: Are you interested in an offer?",
                "person: No, thanks.",
                "agent: Goodbye.",
                "person: Bye.",
            ),
        ),
        (
            Outcome.FOLLOW_UP,
            "Yes, do that.",
            ("agent: May we send you the details?", "person: Yes, do that."),
        ),
        (Outcome.FOLLOW_UP, "Just send me an email.", ("person: Just send me an email.",)),
        (Outcome.FOLLOW_UP, "Could you text me the link?", ("person: Could you text me the link?",)),
        (Outcome.CALLBACK, "Call me back tomorrow.", ("person: I am busy. Call me back tomorrow.",)),
        (Outcome.NONE, "", ("agent: Hello?",)),
        (Outcome.NONE, "", ("agent: Do you have a minute?", "person: Yes, sure, go ahead.")),
        (
            Outcome.NONE,
            "",
            ("agent: Is your car red?", "person: No.", "agent: How many doors?", "person: Four."),
        ),
        (Outcome.NONE, "", ("agent: Any other questions?", "person: No thank you.")),
        (Outcome.NONE, "", ("agent: Would you like a visit?", "person: Okay, bye.")),
        (Outcome.NONE, "", ("person: It was lovely talking to you, do call again some day.",)),
        (
            Outcome.CALLBACK,
            "Call me tomorrow.",
            (
                "person: Call me tomorrow.",
                "agent: Shall I call you back at three?",
                "person: That sounds good.",
            ),
        ),
        (
            Outcome.INTERESTED,
            "That sounds good.",
            ("agent: Would you like a visit?", "person: That sounds good."),
        ),
        (Outcome.NONE, "", ("agent: Stop calling me, you say?", "person: What?")),
        (Outcome.NONE, "", ()),
        (
            Outcome.OPT_OUT,
            "Take me off your list.",
            (
                "person: I am interested.",
                "agent: Fine.",
                "person: No wait. Take me off your list.",
                "person: Send me an email.",
            ),
        ),
    ],
)
def test_rules_tag_with_evidence(outcome: Outcome, evidence: str, lines: tuple[str, ...]) -> None:
    """Requirement 74."""
    verdict = judge_by_rules(talk(*lines), "en")
    assert (outcome, evidence) == (verdict.outcome, verdict.evidence)
    assert verdict.decided_by == "rules"


def test_callback_keeps_the_person_s_own_words() -> None:
    words = "I am in a meeting right now, can you call me back tomorrow at three in the afternoon?"
    verdict = judge_by_rules(talk("agent: Hello.", f"person: {words}"), "en")
    assert (Outcome.CALLBACK, words) == (verdict.outcome, verdict.callback_phrase)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "person: Can you call me some other time?",
            "agent: When would suit you?",
            "person: Tomorrow at five.",
        ),
        ("person: Can you call me some other time? Tomorrow at five.",),
        ("person: Monday is bad.", "person: Can you call me some other time?", "person: Tomorrow at five."),
        ("person: Can you call me some other time?", "agent: Friday at nine?", "person: Tomorrow at five."),
    ],
)
def test_callback_words_may_follow_the_wish(lines: tuple[str, ...]) -> None:
    """In the same turn or a later one; what was said before it, or by us, is not when."""
    assert judge_by_rules(talk(*lines), "en").callback_phrase == "Tomorrow at five."


def test_yes_and_no_in_one_call_need_review() -> None:
    verdict = judge_by_rules(
        talk("person: I am interested.", "agent: Fine.", "person: I'm not interested after all."), "en"
    )
    assert (verdict.outcome, verdict.needs_review) == (Outcome.NOT_INTERESTED, True)


SAID = talk("agent: Would you like a visit?", "person: Well, I suppose my wife would be glad.")


def test_a_proven_verdict_of_the_model_stands_where_rules_found_nothing() -> None:
    model = Verdict(Outcome.INTERESTED, "I suppose my wife would be glad", decided_by="model")
    assert model == combine(Verdict(Outcome.NONE), model, SAID)


@pytest.mark.parametrize(
    "evidence", ["", "Yes, I would love a visit.", "Would you like a visit?", "glad wife"]
)
def test_a_verdict_without_the_person_s_sentence_is_dropped(evidence: str) -> None:
    """Consent and opt-out are never inferred: the agent's words, invented ones and silence prove nothing."""
    for outcome in (Outcome.INTERESTED, Outcome.OPT_OUT):
        combined = combine(Verdict(Outcome.NONE), Verdict(outcome, evidence, decided_by="model"), SAID)
        assert (combined.outcome, combined.needs_review) == (Outcome.NONE, True)


def test_rules_hold_against_the_model_and_ask_for_review() -> None:
    transcript = talk("person: Just send me an email. My wife decides.")
    rules = judge_by_rules(transcript, "en")
    combined = combine(
        rules, Verdict(Outcome.NOT_INTERESTED, "My wife decides.", decided_by="model"), transcript
    )
    assert (
        combined.outcome,
        combined.decided_by,
        combined.needs_review,
    ) == (Outcome.FOLLOW_UP, "rules", True)


def test_agreement_needs_no_review() -> None:
    transcript = talk("person: I'm not interested.")
    rules = judge_by_rules(transcript, "en")
    combined = combine(
        rules, Verdict(Outcome.NOT_INTERESTED, "I'm not interested.", decided_by="model"), transcript
    )
    assert rules == combined


def test_a_model_that_could_not_be_asked_means_review() -> None:
    assert combine(Verdict(Outcome.NONE), None, SAID).needs_review


def test_suppression_by_the_model_alone_is_reviewed() -> None:
    transcript = talk("person: I have had it with you people phoning.")
    model = Verdict(Outcome.OPT_OUT, "I have had it with you people phoning.", decided_by="model")
    combined = combine(Verdict(Outcome.NONE), model, transcript)
    assert (combined.outcome, combined.needs_review) == (Outcome.OPT_OUT, True)


def test_callback_words_nobody_said_are_left_out() -> None:
    transcript = talk("person: Some day maybe.")
    model = Verdict(
        Outcome.CALLBACK, "Some day maybe.", decided_by="model", callback_phrase="tomorrow at nine"
    )
    assert combine(Verdict(Outcome.NONE), model, transcript).callback_phrase == ""


WORDS = [
    "yes",
    "no",
    "not",
    "interested",
    "stop",
    "calling",
    "me",
    "call",
    "back",
    "tomorrow",
    "send",
    "an",
    "email",
    "wrong",
    "number",
    "I",
    "am",
    "am",
    "you",
    "take",
    "off",
    "your",
    "list",
    "thank",
    "bye",
    "robot",
    "please",
    "don't",
    "it",
    "good",
    "later",
    "Would",
    "like",
    "a",
    "visit?",
    "are",
    "?",
    ".",
]
turns = st.builds(
    Turn,
    st.sampled_from(Speaker),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=20),
    st.just(0),
    st.just(1),
)


@given(st.lists(turns, max_size=6).map(tuple), st.sampled_from(["en", "de-DE", "hi", "xx", ""]))
def test_every_outcome_quotes_the_person(transcript: Transcript, language: str) -> None:
    """Requirement 74; nothing is inferred from silence or from the agent's own words."""
    verdict = judge_by_rules(transcript, language)
    said = [turn.text for turn in transcript if turn.speaker is Speaker.PERSON]
    if verdict.outcome is Outcome.NONE:
        assert verdict.evidence == ""
    else:
        assert verdict.evidence
        assert any(verdict.evidence in text for text in said)
    assert not verdict.callback_phrase or any(verdict.callback_phrase in text for text in said)


@given(st.text(max_size=60))
def test_guards_have_an_answer_to_any_text(text: str) -> None:
    for guard in (is_opt_out, is_robot_question, wants_end, is_voicemail_greeting, is_pickup_phrase):
        assert guard(text, "en") in (True, False)
