import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Decide } from "@/leads/decide";
import { ImportList } from "@/leads/import_list";
import { Mapping } from "@/leads/mapping";
import { Offers } from "@/leads/offers";
import { Preview } from "@/leads/preview";
import { importOf, type Report } from "@/leads/queries";
import { Question } from "@/leads/question";
import { ReportPanel } from "@/leads/report";
import { UploadForm, Waiting } from "@/leads/upload_form";
import { WhichCampaign } from "@/leads/which_campaign";
import { useMay } from "@/session/session";
import { Answer } from "@/ui/answer";
import { Badge } from "@/ui/badge";
import { buttonLook } from "@/ui/button";
import { Page } from "@/ui/page";
import { IMPORT_STATES } from "@/words/lead_states";
import { IMPORT } from "@/words/leads";
import { named } from "@/words/states";

const route = getRouteApi("/in/leads/import");

/** From a file to leads: each step is at an address of its own, so that a reload goes on with it. */
export function ImportScreen() {
  const search = route.useSearch();
  const may = useMay("leads:write");
  const navigate = useNavigate();
  const go = (campaign: string | undefined, id?: string) =>
    void navigate({ to: "/leads/import", search: { campaign, import: id } });
  const done = (report: Report) => go(report.campaign_id, report.id);
  if (search.import !== undefined) return <OneImport key={search.import} id={search.import} onDone={done} />;
  return (
    <Page
      title={IMPORT.title}
      below={IMPORT.below}
      acts={
        search.campaign !== undefined && (
          <Link to="/leads" search={{ campaign: search.campaign }} className={buttonLook()}>
            {IMPORT.toLeads}
          </Link>
        )
      }
    >
      <WhichCampaign campaign={search.campaign} onChoose={(campaign) => go(campaign)} />
      {search.campaign !== undefined && may && (
        <>
          <Waiting campaign={search.campaign} onOpen={(id) => go(search.campaign, id)} />
          <UploadForm key={search.campaign} campaign={search.campaign} onDone={done} />
        </>
      )}
      <ImportList campaign={search.campaign} />
    </Page>
  );
}

function OneImport({ id, onDone }: { id: string; onDone: (report: Report) => void }) {
  const may = useMay("leads:write");
  const found = useQuery({
    ...importOf(id),
    refetchInterval: ({ state }) =>
      ["validating", "committing"].includes(state.data?.state ?? "") ? 1_500 : false,
  });
  return (
    <Answer of={found}>
      {(report) => {
        const isOpen = may && (report.state === "staged" || report.state === "asking");
        return (
          <Page
            title={report.file_name}
            below={<Badge named={named(IMPORT_STATES, report.state)} />}
            acts={
              <>
                <Link to="/leads/import" search={{ campaign: report.campaign_id }} className={buttonLook()}>
                  {IMPORT.another}
                </Link>
                <Link to="/leads" search={{ campaign: report.campaign_id }} className={buttonLook()}>
                  {IMPORT.toLeads}
                </Link>
              </>
            }
          >
            <Decide report={report} />
            {may && <Question report={report} />}
            <ReportPanel report={report} />
            {isOpen && <Offers report={report} onDone={onDone} />}
            <Preview report={report} />
            {isOpen && <Mapping key={JSON.stringify(report.mapping)} report={report} onDone={onDone} />}
          </Page>
        );
      }}
    </Answer>
  );
}
