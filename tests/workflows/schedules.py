"""What a worker has scheduled, without a service that would run it."""

import pytest
from temporalio.client import Client, Schedule, ScheduleAlreadyRunningError


def remembered_schedules(monkeypatch: pytest.MonkeyPatch, client: Client) -> list[tuple[str, Schedule]]:
    """The schedules that are made from now on, with their ids; one that follows is told that it is there already."""
    made: list[tuple[str, Schedule]] = []

    async def create(name: str, schedule: Schedule) -> None:
        if made:
            raise ScheduleAlreadyRunningError
        made.append((name, schedule))

    monkeypatch.setattr(client, "create_schedule", create)
    return made
