import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { FormProvider, useForm } from "react-hook-form";
import { agentShape, bodyOf, type Described, EMPTY, likeOf } from "@/agents/agent_shape";
import { Backup, Models, Pronunciation, Waits, Who } from "@/agents/form_parts";
import { agentOf } from "@/agents/queries";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { isFieldOf, placed } from "@/api/pointers";
import { ProblemNote } from "@/api/problem_note";
import { Answer } from "@/ui/answer";
import { Button } from "@/ui/button";
import { Page } from "@/ui/page";
import { AGENT_FORM } from "@/words/agents";

const route = getRouteApi("/in/agents/new");

/** Makes an agent: anew, or as another one is. What was made is never changed, so that calls stay what they were. */
export function AgentForm() {
  const { from } = route.useSearch();
  const source = useQuery({ ...agentOf(from ?? ""), enabled: from !== undefined });
  return (
    <Page title={AGENT_FORM.title}>
      {from === undefined ? (
        <Making key="new" start={EMPTY} />
      ) : (
        <Answer of={source}>{(agent) => <Making key={agent.id} start={likeOf(agent)} />}</Answer>
      )}
    </Page>
  );
}

function Making({ start }: { start: Described }) {
  const form = useForm<Described>({ resolver: zodResolver(agentShape), defaultValues: start });
  const navigate = useNavigate();
  const make = useAct(
    (described: Described, once) =>
      dataOf(api.POST("/api/agents", { params: { header: { ...once } }, body: bodyOf(described) })),
    {
      touches: [["agents"]],
      onDone: (agent) => void navigate({ to: "/agents/$agentId", params: { agentId: agent.id } }),
    },
  );
  const found = placed(make.error, isFieldOf(form.getValues()));
  return (
    <FormProvider {...form}>
      <form
        onSubmit={(event) => void form.handleSubmit((described) => make.act(described))(event)}
        noValidate
        className="grid gap-4"
      >
        <Who said={found.at} />
        <Models said={found.at} />
        <Backup said={found.at} />
        <Pronunciation />
        <Waits />
        <ProblemNote error={make.error} placed={found} />
        <Button type="submit" weight="main" className="justify-self-start" disabled={make.isPending}>
          {AGENT_FORM.save}
        </Button>
      </form>
    </FormProvider>
  );
}
