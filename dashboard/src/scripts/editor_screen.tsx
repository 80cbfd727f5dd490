import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { api, dataOf } from "@/api/client";
import { isFieldOf, placed } from "@/api/pointers";
import { usePresses } from "@/api/presses";
import { ProblemNote } from "@/api/problem_note";
import { Objections, Outcomes, Questions, TakenDown } from "@/scripts/editor_lists";
import { Words } from "@/scripts/editor_words";
import { pointersOf } from "@/scripts/problems";
import { scriptOf, type Version } from "@/scripts/queries";
import { completed, contentOf, EMPTY, scriptShape, type Written, writtenOf } from "@/scripts/script_shape";
import { type Me, me } from "@/session/session";
import { type Origin, useDraft, useKept } from "@/session/use_draft";
import { Answer } from "@/ui/answer";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { BUILDER } from "@/words/builder";
import { EDITOR } from "@/words/scripts";

const route = getRouteApi("/in/scripts/$scriptId/edit");

export function NewScript() {
  const who = useQuery(me);
  return (
    <Page title={EDITOR.newTitle}>
      <Answer of={who}>
        {(person) => <Editor of="script" who={person} start={EMPTY} scriptId={null} />}
      </Answer>
    </Page>
  );
}

/** A new version of a script: the old one stays as it is, for the campaigns that were made with it. */
export function NewVersion() {
  const { scriptId } = route.useParams();
  const found = useQuery(scriptOf(scriptId));
  return <Answer of={found}>{(newest) => <OfScript key={newest.id} newest={newest} />}</Answer>;
}

function OfScript({ newest }: { newest: Version }) {
  const who = useQuery(me);
  const start = useMemo(() => writtenOf(newest.name, newest.content), [newest]);
  return (
    <Page title={EDITOR.versionTitle(newest.name)}>
      <Answer of={who}>
        {(person) => (
          <Editor of={`script.${newest.id}`} who={person} start={start} scriptId={newest.script_id} />
        )}
      </Answer>
    </Page>
  );
}

const SAID: Partial<Record<Origin, string>> = {
  kept: EDITOR.kept,
  another_tab: BUILDER.anotherTab,
  done_elsewhere: EDITOR.doneElsewhere,
};

function Editor({
  of,
  who,
  start,
  scriptId,
}: {
  of: string;
  who: Me;
  start: Written;
  scriptId: string | null;
}) {
  const { initial, draft, origin, setOrigin } = useDraft(of, who, start, completed);
  const form = useForm<Written>({ resolver: zodResolver(scriptShape), defaultValues: initial });
  useKept(form, { draft, start, completed, onOrigin: setOrigin });
  const save = useSave(scriptId);
  const navigate = useNavigate();
  const place = (error: Error | null) =>
    placed(pointersOf(error, scriptId !== null), isFieldOf(form.getValues()));
  const send = form.handleSubmit((written) =>
    save.mutate(written, {
      onSuccess: (version) => {
        draft.forget();
        void navigate({ to: "/scripts/$scriptId", params: { scriptId: version.script_id } });
      },
      onError: (error) => {
        for (const [field, message] of Object.entries(place(error).at))
          form.setError(field as keyof Written, { type: "server", message });
      },
    }),
  );
  const said = SAID[origin];
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void send(event)} noValidate className="grid gap-4">
        {said !== undefined && <Notice tone={origin === "kept" ? "quiet" : "warning"}>{said}</Notice>}
        <Words isNew={scriptId === null} />
        <Questions />
        <TakenDown />
        <Outcomes />
        <Objections />
        <ProblemNote error={save.error} placed={place(save.error)} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" weight="main" disabled={save.isPending}>
            {scriptId === null ? EDITOR.save : EDITOR.saveVersion}
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

function useSave(scriptId: string | null) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (written: Written) => {
      const content = contentOf(written);
      const header = { ...presses.headerFor(written) };
      return scriptId === null
        ? dataOf(
            api.POST("/api/scripts", { params: { header }, body: { name: written.name.trim(), content } }),
          )
        : dataOf(
            api.POST("/api/scripts/{script_id}/versions", {
              params: { path: { script_id: scriptId }, header },
              body: content,
            }),
          );
    },
    onSettled: (_, error) => presses.settle(error),
    onSuccess: async (version) => {
      await queries.invalidateQueries({ queryKey: ["scripts"] });
      // Not awaited: the editor is left, and what it began with is not to be written over.
      void queries.invalidateQueries({ queryKey: ["script", version.script_id] });
    },
  });
}
