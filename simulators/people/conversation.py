"""How one person behaves on one call: listens, waits for the caller's pause, answers, hangs up.

Pure: time comes in with every call, in milliseconds; what to do comes out.
"""

from dataclasses import dataclass

from simulators.people.person import Person, Reply


@dataclass(frozen=True, slots=True)
class Speak:
    """Say this now; with a machine's beep after it when beep_after is set."""

    text: str
    beep_after: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """Press these keys now."""

    digits: str


@dataclass(frozen=True, slots=True)
class HangUp:
    """Put the phone down."""


Action = Speak | Press | HangUp


class Conversation:
    """One person on one call, from the pick-up on.

    Tell it what is heard (hear), when its own sentence is over (spoken), and ask it at each beat (act).
    """

    def __init__(self, person: Person, answered: float) -> None:
        self._person = person
        self._answered = answered
        self._has_greeted = person.greeting is None
        self._is_speaking = False
        self._heard: list[str] = []
        self._sound_ended = answered
        self._own_end = answered
        self._pending: tuple[float, Reply] | None = None
        self._uses: dict[int, int] = {}
        self._hangs_up_when_spoken = False
        self._records_until: float | None = None

    def hear(self, words: list[str], is_sound: bool, now: float) -> None:
        """These words ended now; is_sound says whether anything at all sounds now."""
        self._heard += words
        if is_sound:
            self._sound_ended = now

    def spoken(self, now: float) -> None:
        """The person's own sentence (or the machine's beep) has been said to its end."""
        self._is_speaking = False
        self._own_end = now
        if self._person.machine is not None:
            self._records_until = now + self._person.machine.records_s * 1000

    def act(self, now: float) -> list[Action]:
        """What the person does at this moment; mostly nothing."""
        if self._must_hang_up(now):
            return [HangUp()]
        if self._is_speaking:
            return []
        if not self._has_greeted:
            return self._greet(now)
        if self._person.machine is not None:
            return []
        self._choose(now)
        if self._pending is None or now < self._pending[0]:
            return []
        reply = self._pending[1]
        self._pending = None
        return self._perform(reply, now)

    def _must_hang_up(self, now: float) -> bool:
        limit = self._person.hangs_up_after_s
        if limit is not None and now - self._answered >= limit * 1000:
            return True
        if self._is_speaking:
            return False
        if self._hangs_up_when_spoken:
            return True
        if self._records_until is not None:
            return now >= self._records_until
        return now - max(self._sound_ended, self._own_end) >= self._person.patience_s * 1000

    def _greet(self, now: float) -> list[Action]:
        if now - self._answered < self._person.greeting_after_ms:
            return []
        self._has_greeted = True
        self._is_speaking = True
        return [Speak(self._person.greeting or "", beep_after=self._person.machine is not None)]

    def _choose(self, now: float) -> None:
        """Decide on a reply once the caller has paused, or earlier if the person interrupts."""
        if not self._heard:
            return
        if self._pending is None:
            interruption = self._first(interrupting=True)
            if interruption is not None:
                self._pending = (now + (interruption.interrupt_after_ms or 0), interruption)
                return
        elif self._pending[1].interrupt_after_ms is not None:
            return
        if now - self._sound_ended < self._person.waits_ms:
            self._pending = None
        elif self._pending is None:
            reply = self._first(interrupting=False) or self._person.otherwise
            if reply is None:
                self._heard.clear()
            else:
                self._pending = (now + reply.after_ms, reply)

    def _first(self, *, interrupting: bool) -> Reply | None:
        heard = " ".join(self._heard)
        for place, reply in enumerate(self._person.replies):
            is_used_up = reply.times is not None and self._uses.get(place, 0) >= reply.times
            if is_used_up or (reply.interrupt_after_ms is not None) != interrupting:
                continue
            if reply.fits(heard):
                return reply
        return None

    def _perform(self, reply: Reply, now: float) -> list[Action]:
        place = self._person.replies.index(reply) if reply in self._person.replies else -1
        use = self._uses.get(place, 0)
        self._uses[place] = use + 1
        self._heard.clear()
        actions: list[Action] = []
        if reply.press:
            actions.append(Press(reply.press))
        text = reply.text(use)
        if text:
            self._is_speaking = True
            actions.append(Speak(text))
        if reply.hang_up:
            self._hangs_up_when_spoken = True
        self._own_end = now
        return actions
