/** A list on its way to the API, and its file for as long as this page is open: what a report offers needs it once more. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, dataOf, formOf } from "@/api/client";
import { usePresses } from "@/api/presses";
import { importOf, type Report } from "@/leads/queries";

export interface Upload {
  file: File;
  mapping?: Record<string, string>;
  region?: string;
  /** By the simulation's rules, whose numbers are nobody's. */
  isRehearsal?: boolean;
  sheet?: string;
  accept?: readonly string[];
  replace?: boolean;
}

const uploads = new Map<string, Upload>();
/** What an upload may be told to do with rows that it refuses. */
const OFFERED = ["first_number", "without_extension", "digits"];

/** The file of an upload of this page; after a reload it has to be chosen again. */
export function fileOf(importId: string): File | null {
  return uploads.get(importId)?.file ?? null;
}

/** The same list once more, read as before in all that is not said anew. */
export function againOf(report: Report, file: File, change: Pick<Upload, "mapping" | "accept">): Upload {
  const done = report.repairs.map((repair) => repair.code).filter((code) => OFFERED.includes(code));
  return {
    file,
    mapping: change.mapping ?? (report.mapping as Record<string, string>),
    region: uploads.get(report.id)?.region,
    isRehearsal: uploads.get(report.id)?.isRehearsal,
    sheet: report.sheet,
    accept: [...new Set([...done, ...(change.accept ?? [])])],
    replace: true,
  };
}

/** What is sent of an upload besides its file. */
export function fieldsOf(campaign: string, upload: Upload) {
  return {
    campaign_id: campaign,
    file: upload.file.name,
    mapping: JSON.stringify(upload.mapping ?? {}),
    default_region: upload.region?.trim().toUpperCase() || undefined,
    rules: upload.isRehearsal ? "simulation" : "",
    sheet: upload.sheet ?? "",
    accept: (upload.accept ?? []).join(","),
    replace: upload.replace ?? false,
  };
}

/** Send a list. */
export function useUpload(campaign: string) {
  const queries = useQueryClient();
  const presses = usePresses();
  return useMutation({
    mutationFn: (upload: Upload) => {
      const body = fieldsOf(campaign, upload);
      const header = presses.headerFor([body, upload.file]);
      return dataOf(
        api.POST("/api/lead-imports", {
          params: { header },
          body,
          bodySerializer: () => formOf({ ...body, replace: String(body.replace), file: upload.file }),
        }),
      );
    },
    onSettled: (_, error) => presses.settle(error),
    onSuccess: (report, upload) => {
      uploads.set(report.id, upload);
      queries.setQueryData(importOf(report.id).queryKey, report);
      void queries.invalidateQueries({ queryKey: ["import", report.id, "staged"] });
      return queries.invalidateQueries({ queryKey: ["imports"] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ["imports"] }),
  });
}
