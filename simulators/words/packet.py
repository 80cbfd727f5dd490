"""One word as a row of 3-bit symbols, and back.

Packet: sync, header of 15 bits (sequence 3, code count 6, fill length 6), payload of 6-bit codes, CRC-12 over header
and payload, then fill up to the word's end. Payload and CRC are whitened, since two equal symbols in a row would
hide a repeated frame. Sequence numbers run through a stream: 0 for its first packet, then 1 to 7 over and over.
"""

from dataclasses import dataclass
from itertools import cycle

SYNC = (5, 0, 7, 2)  # must not begin with 0: the strongest tone of digital silence is tone 0
HEADER_SYMBOLS = 5
CRC_SYMBOLS = 4
FIXED_SYMBOLS = len(SYNC) + HEADER_SYMBOLS + CRC_SYMBOLS
LONGEST_FILL = 63
LONGEST_PAYLOAD = 40

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789'.,?!-:;\"()/&%$#@+*=_ ’—…"
_CODE_OF_LETTER = {letter: code for code, letter in enumerate(_LETTERS)}
_CAPITAL, _BYTE, _CONTINUED = 61, 62, 63
_WHITENING = (3, 6, 1, 4, 7, 2, 5, 0)
_CRC_START, _CRC_POLYNOMIAL = 0xABC, 0x80F


@dataclass(frozen=True, slots=True)
class Piece:
    """What one packet spells; a word of over 40 codes comes in pieces."""

    text: str
    continues: bool
    goes_on: bool


class PacketBroken(ValueError):
    """These symbols are not a packet."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first five symbols after the sync say; fill_symbols may be 0 to 63."""

    sequence: int
    code_count: int
    fill_symbols: int

    @property
    def checked_symbols(self) -> int:
        """Header, payload and CRC."""
        return HEADER_SYMBOLS + 2 * self.code_count + CRC_SYMBOLS


def next_sequence(sequence: int) -> int:
    """The number of the packet that follows this one in the same stream."""
    return sequence % 7 + 1


def packets_missed(last: int | None, received: int) -> int:
    """How many packets of the stream were lost before this one; a new stream (0) has missed nothing."""
    if received == 0 or last is None:
        return received
    return (received - next_sequence(last)) % 7


def codes_of(word: str) -> list[list[int]]:
    """The word as 6-bit codes, cut into packets; the mark for 'continued' stands on both sides of a cut."""
    codes: list[list[int]] = [[]]
    for letter in word:
        spelled = _spell(letter)
        if len(codes[-1]) + len(spelled) >= LONGEST_PAYLOAD:
            codes[-1].append(_CONTINUED)
            codes.append([_CONTINUED])
        codes[-1].extend(spelled)
    return codes


def _spell(letter: str) -> list[int]:
    if letter in _CODE_OF_LETTER:
        return [_CODE_OF_LETTER[letter]]
    small = letter.lower()
    if small in _CODE_OF_LETTER and small.upper() == letter:
        return [_CAPITAL, _CODE_OF_LETTER[small]]
    return [code for byte in letter.encode() for code in (_BYTE, byte >> 4, byte & 15)]


def piece_of(codes: list[int]) -> Piece:
    """What the codes of one packet spell. Raises PacketBroken."""
    continues = codes[0] == _CONTINUED
    goes_on = codes[-1] == _CONTINUED
    letters = iter(codes[int(continues) : len(codes) - int(goes_on)])
    text = bytearray()
    try:
        for code in letters:
            if code == _CAPITAL:
                text += _letter(next(letters)).upper().encode()
            elif code == _BYTE:
                text.append(next(letters) << 4 | next(letters) & 15)
            else:
                text += _letter(code).encode()
        return Piece(text.decode(), continues, goes_on)
    except (StopIteration, UnicodeDecodeError, ValueError) as error:
        raise PacketBroken("the codes spell no text") from error


def _letter(code: int) -> str:
    if code >= len(_LETTERS):
        raise PacketBroken(f"code {code} is no letter")
    return _LETTERS[code]


def symbols_of(codes: list[int], *, sequence: int, fill_symbols: int) -> list[int]:
    """The whole packet, sync first; fill_symbols is cut to what the header can say."""
    fill = max(0, min(fill_symbols, LONGEST_FILL))
    header_bits = sequence << 12 | len(codes) << 6 | fill
    header = [header_bits >> shift & 7 for shift in (12, 9, 6, 3, 0)]
    payload = [symbol for code in codes for symbol in (code >> 3, code & 7)]
    crc = _crc_of(header + payload)
    checked = payload + [crc >> shift & 7 for shift in (9, 6, 3, 0)]
    return [*SYNC, *header, *_whitened(checked), *FILL[sequence][:fill]]


def header_of(symbols: list[int]) -> Header:
    """Read the five header symbols. Raises PacketBroken."""
    bits = 0
    for symbol in symbols[:HEADER_SYMBOLS]:
        bits = bits << 3 | symbol
    header = Header(sequence=bits >> 12, code_count=bits >> 6 & 63, fill_symbols=bits & 63)
    if not 1 <= header.code_count <= LONGEST_PAYLOAD:
        raise PacketBroken(f"no packet has {header.code_count} codes")
    return header


def codes_in(header: Header, symbols: list[int]) -> list[int]:
    """The codes of a packet whose header, payload and CRC symbols these are. Raises PacketBroken."""
    checked = _whitened(symbols[HEADER_SYMBOLS : header.checked_symbols])
    payload, crc_symbols = checked[:-CRC_SYMBOLS], checked[-CRC_SYMBOLS:]
    crc = 0
    for symbol in crc_symbols:
        crc = crc << 3 | symbol
    if crc != _crc_of(symbols[:HEADER_SYMBOLS] + payload):
        raise PacketBroken("the checksum differs")
    return [high << 3 | low for high, low in zip(payload[::2], payload[1::2], strict=True)]


def _whitened(symbols: list[int]) -> list[int]:
    return [symbol ^ mask for symbol, mask in zip(symbols, cycle(_WHITENING))]


def _crc_step(top: int) -> int:
    register = top << 9
    for _ in range(3):
        register = register << 1 ^ (_CRC_POLYNOMIAL if register & 0x800 else 0)
    return register & 0xFFF


_CRC_TABLE = tuple(_crc_step(top) for top in range(8))


def _crc_of(symbols: list[int]) -> int:
    crc = _CRC_START
    for symbol in symbols:
        crc = crc << 3 & 0xFFF ^ _CRC_TABLE[crc >> 9 ^ symbol]
    return crc


def _fill_of(sequence: int) -> tuple[int, ...]:
    """Symbols in which none repeats within five, so that a repeated or dropped frame always shows."""
    symbols: list[int] = []
    state = 17 + 31 * sequence
    while len(symbols) < LONGEST_FILL:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        symbol = state >> 16 & 7
        if symbol not in symbols[-4:]:
            symbols.append(symbol)
    return tuple(symbols)


FILL = tuple(_fill_of(sequence) for sequence in range(8))
