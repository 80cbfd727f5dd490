"""One response of the realtime model on its way: its words and its audio faster than they are spoken, then its tools."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from simulators.clock import now_seconds
from simulators.language_model.conversation import Answer
from simulators.openai_sockets import new_id
from simulators.speech_to_speech.conversation import Conversation, Item
from simulators.words import mulaw
from simulators.words.voice import Utterance, Voice

_CHUNK_MS: Final = 100
Send = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class RealtimeTiming:
    """first_audio_ms: from the request for a response to its first audio; factor: seconds of audio sent per second;
    transcript_ms: from the end of a turn until its words are told, so that replies come first."""

    first_audio_ms: int = 300
    factor: float = 4.0
    transcript_ms: int = 900


class Reply:
    """One response; it ends by itself or when it is cancelled, and always with response.done."""

    def __init__(
        self,
        send: Send,
        conversation: Conversation,
        timing: RealtimeTiming,
        voice: Voice,
        metadata: dict[str, str] | None,
    ) -> None:
        self.id = new_id("resp")
        self.status = "in_progress"
        self._send = send
        self._conversation = conversation
        self._timing = timing
        self._voice = voice
        self._metadata = metadata
        self._cancelled = asyncio.Event()
        self._output: list[Item] = []

    def cancel(self) -> None:
        """Say no more; what was said so far stays in the conversation."""
        self._cancelled.set()

    async def run(self, answer: Answer, *, stall_seconds: float = 0.0, fails: bool = False) -> None:
        """Everything the client is told of this response."""
        due = now_seconds() + stall_seconds + self._timing.first_audio_ms / 1000
        await self._send("response.created", response=self.as_event())
        if await self._wait_until(due):
            if fails:
                self.status = "failed"
            elif answer.text:
                await self._speak(answer.text)
            if self.status == "in_progress" and not self._cancelled.is_set():
                await self._call_tools(answer)
        if self.status == "in_progress":
            self.status = "cancelled" if self._cancelled.is_set() else "completed"
        await self._send("response.done", response=self.as_event())

    def as_event(self) -> dict[str, Any]:
        """As it stands in events."""
        reason = {"cancelled": "client_cancelled"}.get(self.status)
        details = {"type": self.status, "reason": reason} if self.status != "in_progress" else None
        return {
            "object": "realtime.response",
            "id": self.id,
            "status": self.status,
            "status_details": details,
            "output": [item.as_event() for item in self._output],
            "metadata": self._metadata,
            "usage": None,
        }

    async def _speak(self, text: str) -> None:
        utterance = await asyncio.to_thread(self._voice.say, text)
        item = Item(new_id("item"), "assistant", is_spoken=True)
        place = await self._open(item)
        part = {"type": "audio", "transcript": ""}
        await self._send("response.content_part.added", **place, part=part)
        item = await self._send_audio(utterance, item, place)
        await self._send("response.output_audio.done", **place)
        await self._send("response.output_audio_transcript.done", **place, transcript=item.text)
        await self._send("response.content_part.done", **place, part=part | {"transcript": item.text})
        await self._close(item)

    async def _send_audio(self, utterance: Utterance, item: Item, place: dict[str, Any]) -> Item:
        due, told = now_seconds(), 0
        for start_ms in range(0, utterance.duration_ms, _CHUNK_MS):
            if not await self._wait_until(due):
                break
            end_ms = min(start_ms + _CHUNK_MS, utterance.duration_ms)
            words = utterance.words[: sum(word.start_ms < end_ms for word in utterance.words)]
            text = " ".join(word.text for word in words)
            if len(text) > told:
                await self._send("response.output_audio_transcript.delta", **place, delta=text[told:])
                told = len(text)
            audio = utterance.mulaw[start_ms * mulaw.SAMPLES_PER_MS : end_ms * mulaw.SAMPLES_PER_MS]
            await self._send("response.output_audio.delta", **place, delta=b64encode(audio).decode())
            item = replace(item, words=words, text=text, audio_ms=end_ms)
            self._conversation.put(item)
            due += _CHUNK_MS / 1000 / self._timing.factor
        return item

    async def _call_tools(self, answer: Answer) -> None:
        for tool in answer.tools:
            arguments = json.dumps(tool.arguments, ensure_ascii=False)
            item = Item(new_id("item"), "call", arguments, call_id=new_id("call"), name=tool.name)
            place = await self._open(item)
            told = {"call_id": item.call_id, "item_id": item.id}
            place = {name: place[name] for name in ("response_id", "output_index")} | told
            await self._send("response.function_call_arguments.delta", **place, delta=arguments)
            await self._send(
                "response.function_call_arguments.done", **place, name=tool.name, arguments=arguments
            )
            await self._close(item)

    async def _open(self, item: Item) -> dict[str, Any]:
        before = self._conversation.add(item)
        self._output.append(item)
        place = {"response_id": self.id, "output_index": len(self._output) - 1}
        await self._send("response.output_item.added", **place, item=item.as_event())
        await self._send("conversation.item.added", item=item.as_event(), previous_item_id=before)
        return place | {"item_id": item.id, "content_index": 0}

    async def _close(self, item: Item) -> None:
        self._output[-1] = item
        place = {"response_id": self.id, "output_index": len(self._output) - 1}
        await self._send("response.output_item.done", **place, item=item.as_event())
        await self._send("conversation.item.done", item=item.as_event(), previous_item_id=None)

    async def _wait_until(self, due: float) -> bool:
        """Wait until the moment has come; False when the response was cancelled before."""
        try:
            async with asyncio.timeout(max(0.0, due - now_seconds())):
                await self._cancelled.wait()
        except TimeoutError:
            return True
        return False
