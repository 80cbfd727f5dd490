"""The running system looks after itself: the worker has made its schedule."""

from datetime import timedelta

from temporalio.client import Client, ScheduleActionStartWorkflow

from tests.end_to_end.house import House


async def test_the_sweep_runs_every_minute(house: House) -> None:
    """Law 6: a line whose workflow is gone is found without anybody asking."""
    environment = house.system.environment
    client = await Client.connect(
        environment["TEMPORAL_ADDRESS"], namespace=environment["TEMPORAL_NAMESPACE"]
    )
    schedule = (await client.get_schedule_handle("sweep").describe()).schedule
    assert isinstance(schedule.action, ScheduleActionStartWorkflow)
    assert "SweepWorkflow" == schedule.action.workflow
    assert [timedelta(minutes=1)] == [interval.every for interval in schedule.spec.intervals]
