import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { api, dataOf } from "@/api/client";
import { isFieldOf, placed } from "@/api/pointers";
import { usePresses } from "@/api/presses";
import { ProblemNote } from "@/api/problem_note";
import { Basics } from "@/campaigns/builder_basics";
import { FollowUps } from "@/campaigns/builder_follow_ups";
import { Hours } from "@/campaigns/builder_hours";
import { Line } from "@/campaigns/builder_line";
import { Tries } from "@/campaigns/builder_tries";
import { type Built, bodyOf, campaignShape, completed, copyOf, EMPTY } from "@/campaigns/plan_shape";
import { campaignOf } from "@/campaigns/queries";
import { type Me, me } from "@/session/session";
import { type Origin, useDraft, useKept } from "@/session/use_draft";
import { Answer } from "@/ui/answer";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { BUILDER } from "@/words/builder";

const route = getRouteApi("/in/campaigns/new");

/** Makes a campaign: anew, or as another one is. */
export function BuilderScreen() {
  const { from } = route.useSearch();
  const who = useQuery(me);
  const source = useQuery({ ...campaignOf(from ?? ""), enabled: from !== undefined });
  return (
    <Page title={BUILDER.title} below={BUILDER.below}>
      <Answer of={who}>
        {(person) =>
          from === undefined ? (
            <Builder key="new" of="campaign" who={person} start={EMPTY} />
          ) : (
            <Answer of={source}>{(campaign) => <Copy key={from} who={person} campaign={campaign} />}</Answer>
          )
        }
      </Answer>
    </Page>
  );
}

function Copy({ who, campaign }: { who: Me; campaign: Parameters<typeof copyOf>[0] }) {
  const start = useMemo(() => copyOf(campaign), [campaign]);
  return <Builder of={`campaign.${campaign.id}`} who={who} start={start} />;
}

const SAID: Partial<Record<Origin, string>> = {
  kept: BUILDER.kept,
  another_tab: BUILDER.anotherTab,
  done_elsewhere: BUILDER.doneElsewhere,
};

function Builder({ of, who, start }: { of: string; who: Me; start: Built }) {
  const { initial, draft, origin, setOrigin } = useDraft(of, who, start, completed);
  const form = useForm<Built>({ resolver: zodResolver(campaignShape), defaultValues: initial });
  useKept(form, { draft, start, completed, onOrigin: setOrigin });
  const create = useCreate();
  const found = placed(create.error, isFieldOf(form.getValues()));
  const navigate = useNavigate();
  const send = form.handleSubmit((built) =>
    create.mutate(bodyOf(built), {
      onSuccess: (campaign) => {
        draft.forget();
        void navigate({ to: "/leads/import", search: { campaign: campaign.id } });
      },
      onError: (error) => {
        const { at } = placed(error, isFieldOf(form.getValues()));
        for (const [field, message] of Object.entries(at))
          form.setError(field as keyof Built, { type: "server", message });
      },
    }),
  );
  const said = SAID[origin];
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void send(event)} noValidate className="grid gap-4">
        {said !== undefined && <Notice tone={origin === "kept" ? "quiet" : "warning"}>{said}</Notice>}
        <Basics />
        <Hours />
        <Tries />
        <FollowUps />
        <Line />
        <ProblemNote error={create.error} placed={found} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" weight="main" disabled={create.isPending}>
            {BUILDER.create}
          </Button>
          <Confirmed
            opener={<Button weight="danger">{BUILDER.forget}</Button>}
            title={BUILDER.forgetTitle}
            effect={BUILDER.forgetEffect}
            act={BUILDER.forget}
            onConfirm={() => {
              draft.forget();
              form.reset(start);
              setOrigin("here");
            }}
          />
        </div>
      </form>
    </FormProvider>
  );
}

function useCreate() {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      dataOf(api.POST("/api/campaigns", { params: { header: { ...presses.headerFor(body) } }, body })),
    onSettled: (_, error) => presses.settle(error),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["campaigns"] }),
  });
}
