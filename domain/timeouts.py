"""How long an agent waits: for words, for a beep, after a silence (docs/voice.md has the table; media/engine acts on them)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long the agent waits, in milliseconds.

    prompts: after each of these silences one prompt is spoken, then the call is closed politely;
    long_greeting: uninterrupted speech at the start that begins to speak for a machine's greeting;
    long_sound: uninterrupted sound at the start that is taken for a machine, whatever is said;
    greeting_pause: silence after a machine's greeting in which a beep may still come;
    beep_wait: how long a beep is waited for; screening_wait: how long the person behind a screening is;
    shortest_beep: shorter tones at a machine are no beeps;
    who_speaks: how long after the first understood word the model is asked who speaks, if nothing told by then, 0 for
    never;
    moment: how long somebody is waited for who asked for a moment or fetches another person; reassurance: after so much
    of it they are told once that we are still there;
    longest_call: after it the agent says the closing and hangs up;
    recogniser_budget, model_budget, voice_budget: how late the first word understood of a voice, the model's first word
    and the voice's first sound may be before a backup, if there is one, comes in.
    """

    prompts: tuple[int, ...] = (6_000, 6_000)
    long_greeting: int = 4_500
    beep_wait: int = 25_000
    longest_call: int = 300_000
    long_sound: int = 6_700
    greeting_pause: int = 2_000
    screening_wait: int = 30_000
    shortest_beep: int = 160
    who_speaks: int = 4_000
    moment: int = 60_000
    reassurance: int = 9_000
    recogniser_budget: int = 4_000
    model_budget: int = 1_800
    voice_budget: int = 1_000
