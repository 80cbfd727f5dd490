import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Agent, agentPages } from "@/agents/queries";
import { useMay } from "@/session/session";
import { moment } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { linkLook } from "@/ui/link";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { AGENTS, ENGINES } from "@/words/agents";

const COLUMNS = columnsOf<Agent>(
  [
    AGENTS.name,
    (agent) => (
      <Link to="/agents/$agentId" params={{ agentId: agent.id }} className={`${linkLook} font-medium`}>
        {agent.name}
      </Link>
    ),
  ],
  [AGENTS.language, (agent) => [agent.language, ...agent.languages].join(", ")],
  [AGENTS.voice, (agent) => `${agent.voice} (${agent.voice_model})`],
  [AGENTS.engine, (agent) => ENGINES[agent.engine] ?? agent.engine],
  [AGENTS.soon, (agent) => <Soon warnings={agent.warnings ?? []} />],
  [AGENTS.made, (agent) => moment(agent.created_at)],
);

function Soon({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return "–";
  return <Badge named={{ word: String(warnings.length), tone: "warning" }} />;
}

export function AgentList() {
  const may = useMay("agents:write");
  const found = useInfiniteQuery(agentPages);
  return (
    <Page
      title={AGENTS.title}
      acts={
        may && (
          <Link to="/agents/new" search={{}} className={buttonLook("main")}>
            {AGENTS.new}
          </Link>
        )
      }
    >
      <Listed
        label={AGENTS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={AGENTS.none}>{AGENTS.noneHint}</Empty>}
      />
    </Page>
  );
}
