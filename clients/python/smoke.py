"""What the generated Python client can do, tried on a running API: python smoke.py BASE_URL KEY"""

import sys

from outbound_client import AuthenticatedClient
from outbound_client.api.agents import create_agent, list_agents, show_agent
from outbound_client.models import AgentBody, AgentResponse, PageAgentResponse, Problem


def main(base_url: str, key: str) -> None:
    with AuthenticatedClient(base_url=base_url, token=key) as client:
        for _ in range(2):
            made = create_agent.sync(
                client=client, body=AgentBody(name="Maya"), idempotency_key="python-smoke"
            )
            assert isinstance(made, AgentResponse), made
        listed = list_agents.sync(client=client, limit=200)
        assert isinstance(listed, PageAgentResponse), listed
        assert [made.id] == [each.id for each in listed.data if each.name == "Maya"]
        missing = show_agent.sync("agent_nobody", client=client)
        assert isinstance(missing, Problem), missing
        assert missing.status == 404
    print("python client: made, listed, refused")


if __name__ == "__main__":
    main(*sys.argv[1:])
