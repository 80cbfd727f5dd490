"""A worker's runner that tells every workflow that its history is long, as Temporal does after thousands of events."""

from collections.abc import Sequence
from typing import Any

from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.worker import WorkflowInstance, WorkflowInstanceDetails, WorkflowRunner
from temporalio.workflow import Info

from worker import workflow_runner


class LongHistories(WorkflowRunner):
    """The worker's own runner but for that; so a workflow goes on in another run whenever it may.

    signals: the names of those that workflows have taken in.
    """

    def __init__(self) -> None:
        self._runner = workflow_runner()
        self.signals: list[str] = []

    def prepare_workflow(self, defn: Any) -> None:
        """As the worker does."""
        self._runner.prepare_workflow(defn)

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        """The worker's, told so in each task."""
        return _Told(self._runner.create_instance(det), self.signals)

    def set_worker_level_failure_exception_types(self, types: Sequence[type[BaseException]]) -> None:
        """As the worker does."""
        self._runner.set_worker_level_failure_exception_types(types)


class _Told(WorkflowInstance):
    def __init__(self, instance: WorkflowInstance, signals: list[str]) -> None:
        self._instance, self._signals = instance, signals

    def activate(self, act: WorkflowActivation) -> WorkflowActivationCompletion:
        act.continue_as_new_suggested = True
        completion = self._instance.activate(act)
        self._signals += [
            job.signal_workflow.signal_name for job in act.jobs if job.HasField("signal_workflow")
        ]
        return completion

    def get_serialization_context(self, command_info: Any) -> Any:
        return self._instance.get_serialization_context(command_info)

    def get_external_store_context(self, command_info: Any) -> Any:
        return self._instance.get_external_store_context(command_info)

    def get_info(self) -> Info:
        return self._instance.get_info()

    def get_thread_id(self) -> int | None:
        return self._instance.get_thread_id()
