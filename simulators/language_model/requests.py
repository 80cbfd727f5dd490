"""What a client sends to /v1/chat/completions, as far as the simulated model reads it.

Wire format: OpenAI's API reference, as the SDK 3.52 speaks it. Fields that change nothing here are accepted.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Message(_Read):
    """One message; an assistant that only called tools has no content."""

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[dict[str, Any]] | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):
            return " ".join(str(part.get("text", "")) for part in self.content)
        return self.content or ""


class OfferedFunction(_Read):
    """A function's name; its parameters' schema is not needed."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class OfferedTool(_Read):
    """A tool that the model may call."""

    type: Literal["function"]
    function: OfferedFunction


class NamedSchema(_Read):
    """The shape of the answer that the client wants."""

    name: str
    # "schema" is a method of pydantic's models, so the field has another name here.
    content: dict[str, Any] = Field(alias="schema")


class ResponseFormat(_Read):
    """Text unless a schema is given."""

    type: Literal["text", "json_object", "json_schema"] = "text"
    json_schema: NamedSchema | None = None

    @model_validator(mode="after")
    def schema_is_given(self) -> Self:
        if self.type == "json_schema" and self.json_schema is None:
            raise ValueError("json_schema is required with type json_schema")
        return self


class StreamOptions(_Read):
    """include_usage asks for one more chunk that counts the tokens; include_obfuscation pads each chunk."""

    include_usage: bool = False
    include_obfuscation: bool = True


class CompletionRequest(_Read):
    """A request for the next message of a conversation."""

    model: Annotated[str, Field(min_length=1)]
    messages: Annotated[list[Message], Field(min_length=1)]
    stream: bool = False
    stream_options: StreamOptions | None = None
    tools: list[OfferedTool] = []
    tool_choice: Any = "auto"
    response_format: ResponseFormat = ResponseFormat()
    max_tokens: Annotated[int, Field(ge=1)] | None = None
    max_completion_tokens: Annotated[int, Field(ge=1)] | None = None
    reasoning_effort: str | None = None

    @model_validator(mode="after")
    def options_need_a_stream(self) -> Self:
        if self.stream_options is not None and not self.stream:
            raise ValueError("The 'stream_options' parameter is only allowed when 'stream' is enabled.")
        return self

    @property
    def offered_tools(self) -> frozenset[str]:
        """The names of the tools that may be called."""
        if self.tool_choice == "none":
            return frozenset()
        return frozenset(tool.function.name for tool in self.tools)

    @property
    def longest_answer(self) -> int | None:
        """In tokens; None for no limit."""
        return self.max_completion_tokens or self.max_tokens
