"""What a client sends to /v1/messages, and the same request as the simulated model reads every request.

Wire format: Anthropic's reference of /v1/messages, read 2026-11-29. Fields that change nothing here are accepted.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from simulators.language_model.requests import CompletionRequest

_TOOL_NAME = r"^[A-Za-z0-9_-]{1,128}$"


class _Read(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextBlock(_Read):
    """Text, perhaps kept by the service for the next request."""

    type: Literal["text"]
    text: Annotated[str, Field(min_length=1)]
    cache_control: dict[str, Any] | None = None


class ToolUseBlock(_Read):
    """The assistant called a tool."""

    type: Literal["tool_use"]
    id: str
    name: str
    input: dict[str, Any]


class ToolResultBlock(_Read):
    """What came of a call."""

    type: Literal["tool_result"]
    tool_use_id: str
    content: Any = ""
    is_error: bool = False


Block = Annotated[TextBlock | ToolUseBlock | ToolResultBlock, Field(discriminator="type")]


class SpokenMessage(_Read):
    """One message; the system's words stand elsewhere."""

    role: Literal["user", "assistant"]
    content: Annotated[str, Field(min_length=1)] | Annotated[list[Block], Field(min_length=1)]

    def as_read(self) -> dict[str, Any]:
        """The message as the model reads it."""
        if isinstance(self.content, str):
            return {"role": self.role, "content": self.content}
        answers_a_tool = any(isinstance(block, ToolResultBlock) for block in self.content)
        text = " ".join(block.text for block in self.content if isinstance(block, TextBlock))
        return {"role": "tool" if answers_a_tool else self.role, "content": text}


class OfferedTool(_Read):
    """A tool that the model may call."""

    name: Annotated[str, Field(pattern=_TOOL_NAME)]
    input_schema: dict[str, Any]
    description: str = ""
    cache_control: dict[str, Any] | None = None


class ToolChoice(_Read):
    """Whether a tool may or must be called; name with type tool."""

    type: Literal["auto", "any", "tool", "none"] = "auto"
    name: str | None = None
    disable_parallel_tool_use: bool = False


class Thinking(_Read):
    """Whether the model thinks before it answers; which types there are depends on the model."""

    type: Literal["adaptive", "enabled", "disabled", "between_tools"]
    budget_tokens: Annotated[int, Field(ge=1_024)] | None = None
    display: Literal["summarized", "omitted"] | None = None


class AnswerFormat(_Read):
    """The form of the answer. Objects must be closed, as the vendor asks."""

    type: Literal["json_schema"]
    # "schema" is a method of pydantic's models, so the field has another name here.
    content: dict[str, Any] = Field(alias="schema")

    @model_validator(mode="after")
    def objects_are_closed(self) -> Self:
        if self.content.get("type") == "object" and self.content.get("additionalProperties") is not False:
            raise ValueError("For 'object' type, 'additionalProperties' must be explicitly set to false")
        return self


class OutputConfig(_Read):
    """How much effort the answer is worth, and its form."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | None = None
    format: AnswerFormat | None = None


class MessageRequest(_Read):
    """A request for the next message of a conversation."""

    model: Annotated[str, Field(min_length=1)]
    max_tokens: Annotated[int, Field(ge=1)]
    messages: Annotated[list[SpokenMessage], Field(min_length=1)]
    system: str | list[TextBlock] = ""
    stream: bool = False
    tools: list[OfferedTool] = []
    tool_choice: ToolChoice = ToolChoice()
    temperature: Annotated[float, Field(ge=0, le=1)] | None = None
    top_p: float | None = None
    top_k: int | None = None
    stop_sequences: list[str] = []
    metadata: dict[str, Any] | None = None
    service_tier: str | None = None
    thinking: Thinking | None = None
    output_config: OutputConfig | None = None

    @model_validator(mode="after")
    def person_speaks_first_and_last(self) -> Self:
        if self.messages[0].role != "user":
            raise ValueError('messages: first message must use the "user" role')
        if self.messages[-1].role != "user":
            raise ValueError(
                "This model does not support assistant message prefill. The conversation must end with a user message."
            )
        return self

    @model_validator(mode="after")
    def chosen_tool_is_offered(self) -> Self:
        if self.tool_choice.type == "tool" and self.forced_tool is None:
            raise ValueError(f"Tool '{self.tool_choice.name}' not found in provided tools")
        return self

    @property
    def forced_tool(self) -> OfferedTool | None:
        """The tool that must be called."""
        return next((tool for tool in self.tools if tool.name == self.tool_choice.name), None)

    @property
    def wanted_form(self) -> dict[str, Any] | None:
        """The schema of the answer, or of the arguments of a tool that must be called; None where neither is asked."""
        if self.forced_tool is not None:
            return self.forced_tool.input_schema
        asked = self.output_config and self.output_config.format
        return asked.content if asked else None

    def as_read(self) -> CompletionRequest:
        """The request as the model reads it; a tool that must be called is a schema to be filled in."""
        system = self.system if isinstance(self.system, str) else "\n".join(b.text for b in self.system)
        wanted: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": system},
                *(message.as_read() for message in self.messages),
            ],
            "tools": [{"type": "function", "function": {"name": tool.name}} for tool in self.tools],
            "tool_choice": self.tool_choice.type,
            "max_tokens": self.max_tokens,
        }
        if schema := self.wanted_form:
            form = {"name": "wanted", "schema": schema}
            wanted["response_format"] = {"type": "json_schema", "json_schema": form}
        return CompletionRequest.model_validate(wanted)
