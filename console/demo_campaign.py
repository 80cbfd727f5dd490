"""The demonstration's campaign, made over the public API from the files in examples/."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from console.client import ApiClient, Record
from startup.wiring import demonstration_numbers

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"
DEMO_LIST: Final = "leads.xlsx"
_TRUNKS: Final = "demonstration "


@dataclass(frozen=True, slots=True)
class DemoCampaign:
    """The campaign and what its list came to."""

    campaign_id: str
    report: Record


def make_campaign(api: ApiClient) -> DemoCampaign:
    """A new draft with its leads staged, as an operator would make it."""
    wanted: dict[str, Any] = yaml.safe_load((EXAMPLES / "campaign.yaml").read_text(encoding="utf-8"))
    script = yaml.safe_load((EXAMPLES / "script.yaml").read_text(encoding="utf-8"))
    mark = time.strftime("%Y-%m-%d %H:%M:%S")
    agent = api.post("/api/agents", {**wanted["agent"], "name": f"{wanted['agent']['name']} {mark}"})
    trunk = api.post("/api/trunks", {**wanted["trunk"], "name": f"{_TRUNKS}{mark}"})
    version = api.post("/api/scripts", {"name": f"Energy survey {mark}", "content": script})
    campaign = api.post(
        "/api/campaigns",
        {
            "name": f"Demonstration {mark}",
            "script_version_id": version["id"],
            "agent_id": agent["id"],
            "trunk_id": trunk["id"],
            "plan": wanted["plan"],
        },
        spends=True,
    )
    with (EXAMPLES / DEMO_LIST).open("rb") as file:
        report = api.upload("/api/lead-imports", file, DEMO_LIST, {"campaign_id": campaign["id"]})
    return DemoCampaign(campaign["id"], report)


def end_earlier_demonstrations(api: ApiClient) -> None:
    """Cancel what earlier runs left open, so that their waiting calls do not ring into this one."""
    ours = {trunk["id"] for trunk in api.pages("/api/trunks", 1000) if trunk["name"].startswith(_TRUNKS)}
    for campaign in api.pages("/api/campaigns", 1000):
        if campaign["trunk_id"] in ours and "cancel" in campaign["legal_actions"]:
            api.post(f"/api/campaigns/{campaign['id']}/cancel", spends=True)


def forget_earlier_opt_outs(api: ApiClient) -> None:
    """Take the fictional people who opted out in an earlier run off the do-not-call list; nobody else's entry."""
    fictional = demonstration_numbers()
    for entry in api.pages("/api/dnc", 1000):
        if entry["call_id"] is not None and fictional(entry["number"]):
            api.delete(f"/api/dnc/{entry['id']}")


def launch(api: ApiClient, demo: DemoCampaign) -> str:
    """Commit the list and start calling; what the preflight says, in words."""
    api.post(f"/api/lead-imports/{demo.report['id']}/commit", spends=True)
    sentence = str(api.get(f"/api/campaigns/{demo.campaign_id}/preflight")["sentence"])
    api.post(f"/api/campaigns/{demo.campaign_id}/start", spends=True)
    return sentence
