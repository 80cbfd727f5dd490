"""What a live listener may ask for in the handshake's query of /v1/listen.

Ranges: Deepgram's reference of /v1/listen, as the SDK 7.17 states them, and its pages on each feature.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.datastructures import QueryParams

from simulators.speech_recognition.parameters import Encoding

_ALONE = frozenset(
    [
        "ar",
        "be",
        "bg",
        "bn",
        "bs",
        "ca",
        "cs",
        "da",
        "da-DK",
        "de",
        "de-CH",
        "el",
        "en",
        "en-AU",
        "en-GB",
        "en-IN",
        "en-NZ",
        "en-US",
        "es",
        "es-419",
        "et",
        "fa",
        "fi",
        "fr",
        "fr-CA",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "kn",
        "ko",
        "ko-KR",
        "lt",
        "lv",
        "mk",
        "mr",
        "ms",
        "ne",
        "nl",
        "nl-BE",
        "no",
        "pa",
        "pa-IN",
        "pl",
        "pt",
        "pt-BR",
        "pt-PT",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "sv-SE",
        "ta",
        "te",
        "th",
        "th-TH",
        "tl",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
        "zh-CN",
        "zh-Hans",
        "zh-Hant",
        "zh-HK",
        "zh-TW",
        "multi",
    ]
)
_MIXED = frozenset(
    [
        "af",
        "ar",
        "be",
        "bg",
        "bn",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "gl",
        "gu",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "kn",
        "ko",
        "lt",
        "lv",
        "mk",
        "mr",
        "ms",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "ta",
        "te",
        "th",
        "tl",
        "tr",
        "uk",
        "vi",
        "xh",
        "zh",
        "zu",
    ]
)
_REPEATED = frozenset({"language_hint", "keyterm", "keywords", "tag", "redact", "replace", "search", "extra"})

Milliseconds = Annotated[int, Field(ge=0, le=60_000)]


class LiveParameters(BaseModel):
    """The handshake's query. This listener hears 8 kHz and one channel only, since that is what a telephone sends.

    endpointing: ms of silence that end speech, "false" for never; utterance_end_ms: None for no UtteranceEnd.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: Annotated[str, Field(pattern=r"^nova-[23](-[a-z]+)?$")]
    encoding: Encoding
    sample_rate: Literal["8000"]
    language: Annotated[str, Field(pattern=r"^(multi|[a-z]{2,3}(-[A-Za-z0-9]{2,4})?)$")] = "en"
    channels: Literal["1"] = "1"
    interim_results: bool = False
    endpointing: Literal["false"] | Milliseconds = 10
    utterance_end_ms: Annotated[int, Field(ge=1_000, le=5_000)] | None = None
    vad_events: bool = False
    punctuate: bool = False
    smart_format: bool = False
    numerals: bool = False
    profanity_filter: bool = False
    diarize: bool = False
    mip_opt_out: bool = False
    language_hint: list[str] = []
    keyterm: list[str] = []
    keywords: list[str] = []
    tag: list[str] = []
    redact: list[str] = []
    replace: list[str] = []
    search: list[str] = []
    extra: list[str] = []

    @model_validator(mode="after")
    def features_fit(self) -> Self:
        if self.utterance_end_ms is not None and not self.interim_results:
            raise ValueError("utterance_end_ms needs interim_results=true")
        if self.keyterm and not self.model.startswith("nova-3"):
            raise ValueError("keyterm needs the model nova-3")
        if self.keywords and self.model.startswith("nova-3"):
            raise ValueError("keywords needs the model nova-2; use keyterm")
        if self.model.startswith("nova-3"):
            self._know_the_languages()
        return self

    def _know_the_languages(self) -> None:
        if self.language not in _ALONE:
            raise ValueError(f"No such model/language combination found: nova-3, {self.language}")
        if self.language_hint and self.language != "multi":
            raise ValueError("language_hint needs language=multi")
        if unknown := [hint for hint in self.language_hint if hint.partition("-")[0] not in _MIXED]:
            raise ValueError(f"language_hint: {unknown[0]} is not a language of this model")

    @property
    def endpointing_ms(self) -> int | None:
        """Silence that ends speech; None for never."""
        return None if self.endpointing == "false" else self.endpointing

    @property
    def is_multilingual(self) -> bool:
        """Whether each word's language is found out and told."""
        return self.language == "multi"

    @property
    def is_punctuated(self) -> bool:
        """Whether the transcript has capitals and punctuation."""
        return self.punctuate or self.smart_format


def live_parameters_of(query: QueryParams) -> LiveParameters:
    """Read the handshake's query. Raises pydantic.ValidationError."""
    values: dict[str, Any] = {
        name: query.getlist(name) if name in _REPEATED else query[name] for name in query
    }
    return LiveParameters.model_validate(values)
