import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Documents } from "@/agents/documents";
import { type Agent, agentOf } from "@/agents/queries";
import { useMay } from "@/session/session";
import { Answer } from "@/ui/answer";
import { buttonLook } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { AGENT, ENGINES, MENUS, RECOGNISERS } from "@/words/agents";

const route = getRouteApi("/in/agents/$agentId");

export function AgentScreen() {
  const { agentId } = route.useParams();
  const found = useQuery(agentOf(agentId));
  const may = useMay("agents:write");
  return (
    <Answer of={found}>
      {(agent) => (
        <Page
          title={agent.name}
          acts={
            may && (
              <Link to="/agents/new" search={{ from: agent.id }} className={buttonLook()}>
                {AGENT.copy}
              </Link>
            )
          }
        >
          {agent.warnings?.map((warning) => (
            <Notice key={warning} tone="warning">
              {warning}
            </Notice>
          ))}
          <div className="grid gap-4 lg:grid-cols-2">
            <About agent={agent} />
            <Documents id={agent.id} />
          </div>
        </Page>
      )}
    </Answer>
  );
}

function About({ agent }: { agent: Agent }) {
  const { backup } = agent;
  const instead = [
    backup.recogniser ? (RECOGNISERS[backup.recogniser] ?? backup.recogniser) : "",
    backup.model,
    backup.voice,
    backup.voice_model,
  ];
  const said = Object.entries(agent.pronunciation).map(([word, spoken]) => `${word}: ${spoken}`);
  return (
    <Panel title={AGENT.facts}>
      <Facts
        facts={[
          [AGENT.language, agent.language],
          [AGENT.languages, agent.languages.join(", ") || AGENT.none],
          [AGENT.voice, agent.voice],
          [AGENT.voiceModel, agent.voice_model],
          [AGENT.model, agent.model],
          [AGENT.engine, ENGINES[agent.engine] ?? agent.engine],
          [AGENT.recogniser, RECOGNISERS[agent.recogniser] ?? agent.recogniser],
          [AGENT.backup, instead.filter(Boolean).join(", ") || AGENT.backupNone],
          [AGENT.menus, MENUS[agent.menus] ?? agent.menus],
          [AGENT.optOutKey, agent.opt_out_key || AGENT.none],
          [AGENT.pronunciation, said.join("; ") || AGENT.none],
          [AGENT.warnings, agent.warnings?.length ? String(agent.warnings.length) : AGENT.warningsNone],
        ]}
      />
    </Panel>
  );
}
