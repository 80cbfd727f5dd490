"""What workflows and processes ask for by name is served by the real worker: the lists are read from the source."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from temporalio import activity, workflow

import workflows
from activities.registry import DIALS, LINE_WAITS, PEOPLE, STEPS, TELLINGS, activities_of, activity_names
from activities.tools import Tools
from database.sealing import KeyRing
from database.session import Database
from domain import workflow_messages
from domain.identifiers import AccountId
from tests.activities.scene import scene_of
from tests.database.campaign_rows import running_campaign
from tests.workflows.stage import Stage
from worker import WORKFLOWS

EVERY = (*STEPS, *LINE_WAITS, *DIALS, *TELLINGS, *PEOPLE)
ROOT = Path(workflows.__file__).resolve().parent.parent
SENDERS = ("api", "activities", "startup", "media", "local", "console", "worker.py", "cli.py")
ASK_FOR_ACTIVITY = {
    f"{verb}_{kind}{way}"
    for verb in ("execute", "start")
    for kind in ("activity", "local_activity")
    for way in ("", "_method", "_class")
}
_MADE = re.compile(r"^(\w+): Final = \w+\[(\w+)\]\(", re.MULTILINE)
START_WORKFLOW = {"start_workflow", "execute_workflow", "start_child_workflow", "execute_child_workflow"}


def _sources(*places: str) -> Iterator[tuple[Path, ast.Module]]:
    for place in places:
        found = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("*.py"))
        assert found, place
        for file in found:
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def _calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def _said(argument: ast.expr) -> str:
    """The name that an argument stands for: of a string itself, of `Class.method` the method's."""
    return str(argument.value) if isinstance(argument, ast.Constant) else ast.unparse(argument).split(".")[-1]


def _asked_for(places: tuple[str, ...], verbs: set[str]) -> set[str]:
    return {
        _said(call.args[0]) for _, tree in _sources(*places) for verb, call in _calls(tree) if verb in verbs
    }


def test_every_activity_that_a_workflow_asks_for_is_served() -> None:
    """A step that no worker serves is repeated for ever, and its call never ends (law 5)."""
    asked = _asked_for(("workflows",), ASK_FOR_ACTIVITY)
    assert {"close_attempt", "store_report", "dial", "feed", "sweep"} <= asked
    assert asked == activity_names(EVERY)


def test_every_class_of_activities_is_in_the_registry() -> None:
    """What is written is served; one that nobody serves would have to go."""
    written = {
        owner.name
        for _, tree in _sources("activities")
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.AsyncFunctionDef) and _is_marked(method, "activity")
    }
    assert written == {getattr(each, "__name__", "") for each in EVERY}


def test_every_workflow_is_served() -> None:
    written = {
        node.name
        for _, tree in _sources("workflows")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and _is_marked(node, "workflow")
    }
    assert written == {each.__name__ for each in WORKFLOWS}


def _is_marked(node: ast.ClassDef | ast.AsyncFunctionDef, module: str) -> bool:
    return any(ast.unparse(mark).startswith(f"{module}.defn") for mark in node.decorator_list)


def _references(kind: type) -> dict[str, Any]:
    """What is said to workflows, by its name in the code."""
    return {name: each for name, each in vars(workflow_messages).items() if isinstance(each, kind)}


def test_every_reference_to_a_workflow_is_served() -> None:
    served = {workflow._Definition.must_from_class(each).name for each in WORKFLOWS}
    assert served == {each.name for each in _references(workflow_messages.Workflow).values()}


@pytest.mark.parametrize("kind", [workflow_messages.Signal, workflow_messages.Update])
def test_every_message_to_a_workflow_is_understood_as_it_is_meant(kind: type) -> None:
    """A signal of an unknown name would be kept by Temporal and never be read; one of another type would fail its task for ever."""
    understood = {
        (name, _carried(handler.fn))
        for each in WORKFLOWS
        for name, handler in _handlers(each, kind).items()
        if name is not None
    }
    assert understood == {(each.name, _meant(name)) for name, each in _references(kind).items()}


def _handlers(kind_of_workflow: type, kind: type) -> Mapping[str | None, Any]:
    definition = workflow._Definition.must_from_class(kind_of_workflow)
    return definition.signals if kind is workflow_messages.Signal else definition.updates


def _carried(handler: Callable[..., object]) -> str:
    """The type that a handler takes, "None" for none."""
    given = [hint for name, hint in get_type_hints(handler).items() if name != "return"]
    return str(given[0].__name__) if given else "None"


def _meant(reference: str) -> str:
    """The type within the brackets where the reference is made."""
    made: dict[str, str] = dict(_MADE.findall(Path(workflow_messages.__file__).read_text(encoding="utf-8")))
    return made[reference]


def test_nobody_speaks_to_workflows_but_by_a_reference() -> None:
    said = {
        (file.name, argument.value)
        for file, tree in _sources(*SENDERS)
        for verb, call in _calls(tree)
        if verb
        in {*START_WORKFLOW, "ScheduleActionStartWorkflow", "signal", "execute_update", "start_update"}
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert set() == said


async def test_the_real_activities_are_served_under_the_names_the_tests_take(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """The stage of these tests takes its names from the registry; the worker binds the same ones."""
    tools = scene_of(await running_campaign(database, key_ring, account_id)).tools
    bound: list[Any] = activities_of(EVERY, tools)
    assert activity_names(EVERY) == {activity._Definition.must_from_callable(each).name for each in bound}


def test_a_script_that_lacks_an_activity_is_an_error(stage: Stage) -> None:
    class Further:
        def __init__(self, tools: Tools) -> None:
            self._tools = tools

        @activity.defn
        async def never_scripted(self) -> None:
            raise AssertionError

    with pytest.raises(AttributeError, match="never_scripted"):
        stage._scripted([Further])


async def test_a_sweep_is_one_activity(stage: Stage) -> None:
    """One that hangs is given up: it would hold up every later one, since none runs beside another (law 6)."""
    sweep = await stage.client.start_workflow(
        "SweepWorkflow", id=f"sweep-{stage.queue}", task_queue=stage.queue
    )
    await sweep.result()
    assert 1 == stage.feeder.sweeps
    limits = [
        event.activity_task_scheduled_event_attributes.schedule_to_close_timeout.ToTimedelta()
        for event in (await sweep.fetch_history()).events
        if event.HasField("activity_task_scheduled_event_attributes")
    ]
    assert [timedelta(minutes=10)] == limits
