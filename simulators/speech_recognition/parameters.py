"""What a Flux listener may ask for, in the handshake's query or later in a Configure message.

Ranges: Deepgram's reference of /v2/listen, as the SDK 7.17 states them.
"""

from typing import Annotated, Any, Literal, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.datastructures import QueryParams

from simulators.words import mulaw

_LANGUAGES = frozenset(["en", "es", "fr", "de", "hi", "ru", "pt", "ja", "it", "nl"])
_REPEATED = frozenset({"keyterm", "language_hint", "tag", "redact"})

Encoding = Literal["mulaw", "linear16"]
EagerThreshold = Annotated[float, Field(ge=0.3, le=0.9)]
EndThreshold = Annotated[float, Field(ge=0.5, le=1.0)]
TimeoutMs = Annotated[int, Field(ge=500, le=60_000)]


class Thresholds(BaseModel):
    """When a turn counts as over; eager_eot_threshold unset means no EagerEndOfTurn is sent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    eager_eot_threshold: EagerThreshold | None = None
    eot_threshold: EndThreshold = 0.7
    eot_timeout_ms: TimeoutMs = 5_000

    @model_validator(mode="after")
    def eager_comes_first(self) -> Self:
        if self.eager_eot_threshold is not None and self.eager_eot_threshold > self.eot_threshold:
            raise ValueError("eager_eot_threshold must not exceed eot_threshold")
        return self

    def changed(self, wanted: dict[str, Any]) -> "Thresholds":
        """These with some replaced. Raises pydantic.ValidationError."""
        return Thresholds.model_validate(self.model_dump() | wanted)


class Parameters(BaseModel):
    """The handshake's query. This listener hears 8 kHz only, since that is what a telephone sends."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: Literal["flux-general-en", "flux-general-multi"]
    encoding: Encoding
    sample_rate: Literal["8000"]
    eager_eot_threshold: EagerThreshold | None = None
    eot_threshold: EndThreshold = 0.7
    eot_timeout_ms: TimeoutMs = 5_000
    keyterm: list[str] = []
    language_hint: list[str] = []
    tag: list[str] = []
    redact: list[str] = []
    profanity_filter: bool = False
    numerals: bool = False
    mip_opt_out: bool = False

    @model_validator(mode="after")
    def thresholds_fit(self) -> Self:
        self.thresholds()
        if self.language_hint and not self.is_multilingual:
            raise ValueError("language_hint needs the model flux-general-multi")
        if unknown := [hint for hint in self.language_hint if hint.partition("-")[0] not in _LANGUAGES]:
            raise ValueError(f"language_hint: {unknown[0]} is not a language of this model")
        return self

    @property
    def is_multilingual(self) -> bool:
        """Whether the languages of a turn are found out and told."""
        return self.model == "flux-general-multi"

    def thresholds(self) -> Thresholds:
        return Thresholds(
            eager_eot_threshold=self.eager_eot_threshold,
            eot_threshold=self.eot_threshold,
            eot_timeout_ms=self.eot_timeout_ms,
        )


def parameters_of(query: QueryParams) -> Parameters:
    """Read the handshake's query. Raises pydantic.ValidationError."""
    values: dict[str, Any] = {
        name: query.getlist(name) if name in _REPEATED else query[name] for name in query
    }
    return Parameters.model_validate(values)


def as_mulaw(audio: bytes, encoding: Encoding) -> bytes:
    """What the client sent, as the ear hears it; half a sample at the end is dropped."""
    if encoding == "mulaw":
        return audio
    return mulaw.encode(np.frombuffer(audio[: len(audio) // 2 * 2], dtype="<i2").astype(np.int16))
