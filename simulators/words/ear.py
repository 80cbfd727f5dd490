"""The ear of one audio stream: reads the words that the received frames carry, and tells voice from quiet.

It knows only what it was fed. A word is heard when the last sample of its packet has arrived whole; a word that was
interrupted, dropped or damaged is not heard, and never heard wrongly.
"""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from simulators.words import mulaw, packet, tone

_BLOCK = 160  # samples read at a time: one frame of 20 ms
_BLOCK_MS = _BLOCK // mulaw.SAMPLES_PER_MS
_HOP = 16  # samples between two looks at the tones
_PHASES = tone.SYMBOL_SAMPLES // _HOP
_WINDOWS = _BLOCK // _HOP
_CARRIED = tone.SYMBOL_SAMPLES - _HOP  # samples of the block before that the first window needs

_SYNC_REGISTER = packet.SYNC[0] << 9 | packet.SYNC[1] << 6 | packet.SYNC[2] << 3 | packet.SYNC[3]
# A symbol's purity is the strongest tone's share of all tones. Figures tuned on noisy and misaligned speech: one
# weak symbol is let through, the checksum and the fill decide; a weak stretch is given up.
_LEAST_SYNC_PURITY = 0.45  # mean of four symbols
_LEAST_PURITY = 0.45  # running mean
_LEAST_SHARE_OF_MEAN_POWER = 0.15

_VOICE_ENERGY = 250.0**2  # mean square after smoothing: -42 dBFS
_VOICE_HANGOVER_MS = 100


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word read from the audio; times in ms on the clock of the received audio.

    missed_before counts packets of this stream known to be lost since the word before.
    """

    text: str
    start_ms: int
    end_ms: int
    sequence: int
    missed_before: int


class _Candidate:
    """A packet whose sync was seen in one symbol phase, and what has been collected of it."""

    __slots__ = ("begun", "codes", "due", "header", "needed", "power", "purity", "strength", "symbols")

    def __init__(self, begun: int, strength: float, purity: float) -> None:
        self.begun = begun  # window of the last sync symbol
        self.due = begun + _PHASES
        self.strength = strength
        self.power = strength
        self.purity = purity
        self.symbols: list[int] = []
        self.needed = packet.HEADER_SYMBOLS
        self.header: packet.Header | None = None
        self.codes: list[int] | None = None

    def accepts(self, symbol: int, power: float, purity: float) -> bool:
        """Take the next symbol; False once this cannot be a packet any more."""
        self.purity += (purity - self.purity) / 6
        if self.purity < _LEAST_PURITY or power < _LEAST_SHARE_OF_MEAN_POWER * self.power:
            return False
        self.power += (power - self.power) / 8
        self.due += _PHASES
        self.symbols.append(symbol)
        if self.codes is not None:
            return self._is_fill(symbol)
        if len(self.symbols) < self.needed:
            return True
        try:
            self._advance()
        except packet.PacketBroken:
            return False
        return True

    def _is_fill(self, symbol: int) -> bool:
        assert self.header is not None
        place = len(self.symbols) - self.header.checked_symbols - 1
        return symbol == packet.FILL[self.header.sequence][place]

    def _advance(self) -> None:
        if self.header is None:
            self.header = packet.header_of(self.symbols)
            self.needed = self.header.checked_symbols
        else:
            self.codes = packet.codes_in(self.header, self.symbols)
            self.needed += self.header.fill_symbols

    @property
    def is_complete(self) -> bool:
        return self.codes is not None and len(self.symbols) == self.needed


class Ear:
    """Listens to one stream of mono µ-law at 8 kHz."""

    def __init__(self) -> None:
        self._waiting = b""
        self._blocks = 0
        self._samples = np.zeros(_CARRIED + _BLOCK, np.float32)
        self._windows = np.ndarray(
            (_WINDOWS, tone.SYMBOL_SAMPLES), np.float32, self._samples, 0, (_HOP * 4, 4)
        )
        self._registers = [0] * _PHASES
        self._recent: deque[tuple[float, float]] = deque(
            [(0.0, 0.0)] * (3 * _PHASES + 1), maxlen=3 * _PHASES + 1
        )
        self._candidates: list[_Candidate] = []
        self._last_sequence: int | None = None
        self._unfinished: HeardWord | None = None
        self._voice_ended_ms: int | None = None

    @property
    def heard_ms(self) -> int:
        """How much audio has been heard; whole blocks of 20 ms."""
        return self._blocks * _BLOCK_MS

    @property
    def last_voice_ms(self) -> int | None:
        """The end of the last 20 ms that held a voice or another sound; None before the first."""
        return self._voice_ended_ms

    @property
    def speaking(self) -> bool:
        """Whether there was a voice in the last 100 ms; the data tone alone is none."""
        return self._voice_ended_ms is not None and self.silence_ms < _VOICE_HANGOVER_MS

    @property
    def silence_ms(self) -> int:
        """For how long there has been no voice."""
        return self.heard_ms - (self._voice_ended_ms or 0)

    def feed(self, mulaw_frame: bytes) -> list[HeardWord]:
        """Hear these bytes, of any number, and return the words that they complete."""
        waiting = self._waiting + mulaw_frame if self._waiting else mulaw_frame
        words: list[HeardWord] = []
        whole = len(waiting) - len(waiting) % _BLOCK
        for start in range(0, whole, _BLOCK):
            self._hear(waiting[start : start + _BLOCK], words)
        self._waiting = waiting[whole:]
        return words

    def _hear(self, block: bytes, words: list[HeardWord]) -> None:
        samples = self._samples
        samples[:_CARRIED] = samples[_BLOCK:]
        samples[_CARRIED:] = mulaw.decode(block)
        self._blocks += 1
        self._notice_voice()
        halves = self._windows @ tone.CORRELATORS
        np.multiply(halves, halves, out=halves)
        powers = halves[:, : tone.TONES] + halves[:, tone.TONES :]
        strongest = powers.max(axis=1)
        if strongest.max() < tone.QUIETEST_POWER:
            self._forget_packets()
            return
        totals = powers.sum(axis=1)
        first_window = (self._blocks - 1) * _WINDOWS
        symbols = powers.argmax(axis=1).tolist()
        looks = zip(symbols, strongest.tolist(), totals.tolist(), strict=True)
        for window, (symbol, power, total) in enumerate(looks, first_window):
            self._look(window, symbol, power, power / total if total else 0.0, words)

    def _notice_voice(self) -> None:
        """Three samples averaged keep a voice and nearly silence the data tone."""
        samples = self._samples[_CARRIED - 2 :]
        smooth = samples[2:] + samples[1:-1] + samples[:-2]
        if float(smooth @ smooth) > _VOICE_ENERGY * 9 * _BLOCK:
            self._voice_ended_ms = self.heard_ms

    def _forget_packets(self) -> None:
        self._registers = [0] * _PHASES
        self._candidates.clear()

    def _look(self, window: int, symbol: int, power: float, purity: float, words: list[HeardWord]) -> None:
        """One window of 64 samples, ending 16 after the one before."""
        if self._candidates:
            self._collect(window, symbol, power, purity, words)
        phase = window % _PHASES
        self._recent.append((power, purity))
        if power < tone.QUIETEST_POWER:
            self._registers[phase] = 0
            return
        register = (self._registers[phase] << 3 | symbol) & 0xFFF
        self._registers[phase] = register
        if register == _SYNC_REGISTER:
            self._open(window)

    def _collect(self, window: int, symbol: int, power: float, purity: float, words: list[HeardWord]) -> None:
        for candidate in self._candidates[:]:
            if candidate.due != window:
                continue
            if not candidate.accepts(symbol, power, purity):
                self._candidates.remove(candidate)
            elif candidate.is_complete:
                # The same packet in its neighbouring phase, and any false sync inside it, end here too.
                self._candidates.clear()
                self._emit(candidate, window, words)
                return

    def _open(self, window: int) -> None:
        """A sync ends here: keep the two strongest of the up to four phases that see it."""
        looks = list(self._recent)[::_PHASES]
        purity = sum(purity for _, purity in looks) / len(looks)
        if purity < _LEAST_SYNC_PURITY:
            return
        candidate = _Candidate(window, sum(power for power, _ in looks) / len(looks), purity)
        rivals = [each for each in self._candidates if window - each.begun < _PHASES]
        if len(rivals) == 2:
            weakest = min(rivals, key=lambda each: each.strength)
            if weakest.strength >= candidate.strength:
                return
            self._candidates.remove(weakest)
        self._candidates.append(candidate)

    def _emit(self, candidate: _Candidate, window: int, words: list[HeardWord]) -> None:
        assert candidate.header is not None
        assert candidate.codes is not None
        try:
            piece = packet.piece_of(candidate.codes)
        except packet.PacketBroken:
            return
        sequence = candidate.header.sequence
        end_ms = ((window + 1) * _HOP) // mulaw.SAMPLES_PER_MS
        length_ms = (len(packet.SYNC) + len(candidate.symbols)) * tone.SYMBOL_MS
        missed = packet.packets_missed(self._last_sequence, sequence)
        self._last_sequence = sequence
        self._deliver(
            piece, HeardWord(piece.text, max(0, end_ms - length_ms), end_ms, sequence, missed), words
        )

    def _deliver(self, piece: packet.Piece, word: HeardWord, words: list[HeardWord]) -> None:
        """Join a long word's pieces; a piece without its neighbours is no word."""
        begun, self._unfinished = self._unfinished, None
        if piece.continues:
            if begun is None or word.missed_before:
                return
            word = replace(
                word, text=begun.text + word.text, start_ms=begun.start_ms, missed_before=begun.missed_before
            )
        if piece.goes_on:
            self._unfinished = word
        else:
            words.append(word)
