import { useInfiniteQuery } from "@tanstack/react-query";
import { useAct } from "@/api/acts";
import { api, dataOf } from "@/api/client";
import { type AuditEntry, auditPages } from "@/compliance/queries";
import { Verification } from "@/compliance/verification";
import { moment } from "@/shown/moments";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { saveFile } from "@/ui/save_file";
import { AUDIT } from "@/words/audit";
import { COMPLIANCE } from "@/words/compliance";

const COLUMNS = columnsOf<AuditEntry>(
  [AUDIT.at, ({ at }) => <span className="whitespace-nowrap">{moment(at)}</span>],
  [AUDIT.action, ({ action }) => <span className="font-medium">{action}</span>],
  [AUDIT.subject, ({ subject }) => <code className="break-all">{subject}</code>],
  [AUDIT.actor, ({ actor }) => <code className="break-all">{actor}</code>],
  [AUDIT.detail, (entry) => <Detail entry={entry} />],
);

function Detail({ entry: { detail, seq, network } }: { entry: AuditEntry }) {
  return (
    <details>
      <summary className="cursor-pointer">
        {AUDIT.seq} {seq ?? "–"}
      </summary>
      <pre className="max-w-80 text-xs break-all whitespace-pre-wrap">
        {JSON.stringify({ ...detail, network }, null, 1)}
      </pre>
    </details>
  );
}

export function AuditScreen() {
  const found = useInfiniteQuery(auditPages);
  return (
    <Page title={COMPLIANCE.audit} below={AUDIT.below}>
      <Verification />
      <Export />
      <Listed
        label={COMPLIANCE.audit}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={AUDIT.none}>{AUDIT.noneHint}</Empty>}
      />
    </Page>
  );
}

function Export() {
  const fetchIt = useAct(
    (query: { since: string | null; until: string | null }) =>
      dataOf(api.GET("/api/audit-log/export", { params: { query }, parseAs: "blob" })),
    { onDone: (content) => saveFile(content as Blob, "audit-log.ndjson") },
  );
  return (
    <Disclosed word={AUDIT.export}>
      <Form
        word={AUDIT.export}
        sending={fetchIt}
        onSend={(typed) => fetchIt.act({ since: typed.moment("since"), until: typed.moment("until") })}
      >
        <TextField label={AUDIT.exportSince} name="since" type="datetime-local" />
        <TextField label={AUDIT.exportUntil} name="until" type="datetime-local" />
      </Form>
    </Disclosed>
  );
}
