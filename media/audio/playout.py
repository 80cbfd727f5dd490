"""The agent's audio on its way to the person's ear: what waits, what was sent, and what must have been heard.

µ-law, mono, 8 kHz: 8 bytes are one millisecond. Pure: the caller brings the time. The far end plays what it was
sent without gaps; so the time at which its buffer runs empty is known, and with it what was heard at any moment.
"""

from collections import deque
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from domain.transcripts import WordTime

BYTES_PER_MS: Final = 8
FRAME_MS: Final = 20
_SLOWEST_MS_PER_CHARACTER: Final = 80
"""An unfinished clause is taken to last at least this long per character, so what was heard is rounded down."""

_ENDS_MS: Final = 1_000  # a reply's last second, in which its question may be answered already
UNSURE_MS: Final = 250
"""Without word times, the last stretch before a cut counts as unheard: measured against what simulated people hear of
replies of two and three sentences, no estimate is then ahead of the truth (8.8 % are where pauses are not reckoned with)."""

_BREAKS: Final = dict.fromkeys(".!?", 6) | dict.fromkeys(",;:", 3)
"""How many characters a pause after these is worth."""


@dataclass(slots=True)
class Clause:
    """A piece of a reply's text with its audio as far as it is here, and its words where the voice knows their times.

    sent counts bytes.
    """

    text: str
    audio: bytearray = field(default_factory=bytearray)
    complete: bool = False
    words: list[WordTime] = field(default_factory=list)
    sent: int = 0

    def end(self) -> int:
        """All audio is here; answers how long it lasts in milliseconds."""
        self.complete = True
        return len(self.audio) // BYTES_PER_MS

    def heard_text(self, heard_ms: int) -> str:
        """The words that were heard in full."""
        total_ms = len(self.audio) // BYTES_PER_MS
        if self.complete and heard_ms >= total_ms:
            return self.text
        if self.words:
            return self.text[
                : max((word.ends_at for word in self.words if word.ends_ms <= heard_ms), default=0)
            ]
        heard_ms = max(0, heard_ms - UNSURE_MS)
        if not self.complete:
            total_ms = max(total_ms, len(self.text) * _SLOWEST_MS_PER_CHARACTER)
        return _whole_words(self.text, _spoken_in(self.text, heard_ms / total_ms) if total_ms else 0)

    def word_boundary(self) -> int:
        """The byte at which the word being sent began; the present one where no alignment is known."""
        before = [word.ends_ms for word in self.words if word.ends_ms * BYTES_PER_MS <= self.sent]
        return max(before, default=0) * BYTES_PER_MS if self.words else self.sent


@dataclass(slots=True)
class _Speech:
    reply: int
    clauses: list[Clause] = field(default_factory=list)
    complete: bool = False
    released: bool = False
    began: bool = False
    ending: bool = False

    def next_clause(self) -> Clause | None:
        """The first clause that is not fully sent; None at the end of what is known."""
        return next((c for c in self.clauses if not c.complete or c.sent < len(c.audio)), None)

    def waiting_ms(self) -> int:
        return sum(len(clause.audio) - clause.sent for clause in self.clauses) // BYTES_PER_MS


@dataclass(frozen=True, slots=True)
class _Sent:
    """A stretch of audio at the far end: which clause, up to which millisecond of it, and when it plays."""

    reply: int
    clause: Clause
    until_ms: int
    starts_at: float
    lasts_ms: float

    def heard_ms(self, now: float) -> int:
        """How much of the clause was heard once this stretch has played until now."""
        left = max(0.0, self.starts_at + self.lasts_ms - now)
        return max(0, int(self.until_ms - min(left, self.lasts_ms)))


@dataclass(frozen=True, slots=True)
class Sending:
    """What is to go out now, in this order, and what came of it; 0 stands for no reply."""

    audio: tuple[bytes, ...] = ()
    marks: tuple[str, ...] = ()
    began: int = 0
    ending: int = 0


_NOTHING: Final = Sending()


class Playout:
    """One call's outgoing audio. ahead_ms: how far the far end's buffer may be filled beyond now."""

    def __init__(self, ahead_ms: int = 200, piece_ms: int = 100) -> None:
        self._ahead_ms = ahead_ms
        self._piece_ms = piece_ms
        self._waiting: deque[_Speech] = deque()
        self._aside: dict[int, _Speech] = {}
        self._sent: list[_Sent] = []
        self._empty_at = 0.0
        self._marks: dict[str, int] = {}
        self._marks_made = 0
        self._held = False

    @property
    def idle(self) -> bool:
        """Nothing waits to be sent, so a tick would find nothing to do."""
        return self._held or not self._waiting

    def clause(self, reply: int, text: str) -> Clause:
        """Queue a clause behind the reply's others; its audio is added as it comes."""
        clause = Clause(text)
        self._speech(reply).clauses.append(clause)
        return clause

    def complete(self, reply: int) -> None:
        """No clause of this reply follows."""
        self._speech(reply).complete = True

    def release(self, reply: int) -> None:
        """Let this reply be heard, behind those released before it."""
        speech = self._aside.pop(reply, None) or _Speech(reply)
        speech.released = True
        self._waiting.append(speech)
        self._held = False

    def drop(self, reply: int) -> None:
        """Forget what was not sent of this reply."""
        self._aside.pop(reply, None)
        self._waiting = deque(speech for speech in self._waiting if speech.reply != reply)

    def hold(self) -> None:
        """Send nothing until resumed."""
        self._held = True

    def resume(self, now: float) -> None:
        """Go on, from the start of the word that was cut where the word times are known."""
        self._held = False
        clause = self._waiting[0].next_clause() if self._waiting else None
        if clause is not None and self._empty_at < now:
            clause.sent = clause.word_boundary()

    def due(self, now: float) -> Sending:
        """What is to be sent now."""
        if self.idle:
            return _NOTHING
        audio: list[bytes] = []
        marks: list[str] = []
        began = ending = 0
        while self._waiting:
            speech = self._waiting[0]
            piece = self._next_piece(speech, now)
            if piece:
                audio.append(piece)
                began, speech.began = (began or speech.reply) if not speech.began else began, True
                continue
            if speech.next_clause() is None and speech.complete:
                marks.append(self._mark(speech.reply))
                ending = ending or (0 if speech.ending else speech.reply)
                self._waiting.popleft()
                continue
            if self._is_ending(speech, now):
                speech.ending, ending = True, speech.reply
            break
        if not (audio or marks or ending):
            return _NOTHING
        return Sending(tuple(audio), tuple(marks), began, ending)

    def next_due(self) -> float:
        """The millisecond from which on the clock alone makes something due; what is queued may be due at once."""
        at = self._empty_at - self._ahead_ms + self._piece_ms
        speech = self._waiting[0] if self._waiting else None
        if speech is None or speech.ending or not speech.complete:
            return at
        return min(at, self._empty_at + speech.waiting_ms() - _ENDS_MS)

    def mark_returned(self, name: str) -> int:
        """The reply whose end this mark proves as played; 0 when it proves nothing (cleared, or not ours)."""
        return self._marks.pop(name, 0)

    def clear(self, reply: int, now: float) -> str:
        """Forget everything released; what was heard of this reply until now. Marks still out prove nothing."""
        heard = self.heard(reply, now)
        self._waiting.clear()
        self._marks.clear()
        self._sent.clear()
        self._empty_at = now
        self._held = False
        return heard

    def heard(self, reply: int, now: float) -> str:
        """The words of this reply that were heard until now."""
        reached: dict[int, tuple[Clause, int]] = {}
        for sent in self._sent:
            if sent.reply == reply and sent.starts_at < now:
                so_far = reached.get(id(sent.clause), (sent.clause, 0))[1]
                reached[id(sent.clause)] = (sent.clause, max(so_far, sent.heard_ms(now)))
        texts = [clause.heard_text(heard_ms) for clause, heard_ms in reached.values()]
        return " ".join(text for text in texts if text)

    def heard_ms(self, clause: Clause, now: float) -> int:
        """How much of this clause was heard until now."""
        sent = (sent for sent in self._sent if sent.clause is clause and sent.starts_at < now)
        return max((each.heard_ms(now) for each in sent), default=0)

    def has_begun(self, reply: int) -> bool:
        """Whether any of this reply was sent."""
        return any(sent.reply == reply for sent in self._sent)

    def _speech(self, reply: int) -> _Speech:
        for speech in self._waiting:
            if speech.reply == reply:
                return speech
        return self._aside.setdefault(reply, _Speech(reply))

    def _next_piece(self, speech: _Speech, now: float) -> bytes:
        if self._empty_at - now > self._ahead_ms - self._piece_ms:
            return b""
        clause = speech.next_clause()
        if clause is None:
            return b""
        size = self._piece_ms * BYTES_PER_MS
        piece = bytes(clause.audio[clause.sent : clause.sent + size])
        if not piece or (len(piece) < FRAME_MS * BYTES_PER_MS and not clause.complete):
            return b""
        self._note(speech.reply, clause, piece, now)
        return piece

    def _note(self, reply: int, clause: Clause, piece: bytes, now: float) -> None:
        clause.sent += len(piece)
        lasts_ms = len(piece) / BYTES_PER_MS
        starts_at = max(now, self._empty_at)
        self._empty_at = starts_at + lasts_ms
        if self._sent and self._sent[0].reply != reply and self._sent[0].starts_at + 60_000 < now:
            self._sent = [sent for sent in self._sent if sent.reply == reply]
        self._sent.append(_Sent(reply, clause, clause.sent // BYTES_PER_MS, starts_at, lasts_ms))

    def _is_ending(self, speech: _Speech, now: float) -> bool:
        if speech.ending or not speech.complete or not all(clause.complete for clause in speech.clauses):
            return False
        return self._empty_at - now + speech.waiting_ms() <= _ENDS_MS

    def _mark(self, reply: int) -> str:
        self._marks_made += 1
        name = f"{reply}.{self._marks_made}"
        self._marks[name] = reply
        return name


def _spoken_in(text: str, share: float) -> int:
    """How many characters are spoken in this share of the time of all, if breaks last as long as _BREAKS says."""
    lasts = [
        1 + (_BREAKS.get(one, 0) if after == " " else 0)
        for one, after in zip(text, text[1:] + ".", strict=True)
    ]
    spoken = accumulate(lasts)
    return sum(until <= share * sum(lasts) for until in spoken)


def _whole_words(text: str, characters: int) -> str:
    if characters >= len(text):
        return text
    head = text[:characters]
    return head.rstrip() if text[characters : characters + 1].isspace() else head.rpartition(" ")[0].rstrip()
