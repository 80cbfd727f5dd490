import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, type Schemas } from "@/api/client";
import { pagesOf } from "@/api/pages";

export type Suppression = Schemas["SuppressionResponse"];
export type CallList = Schemas["ListResponse"];
export type Consent = Schemas["ConsentResponse"];
export type Preference = Schemas["PreferenceResponse"];
export type Purpose = Schemas["Purpose"];
export type Channel = Schemas["Channel"];
/** By which way an entry or a list forbids. */
export type ListedChannel = NonNullable<Schemas["NumbersBody"]["channel"]>;
export type PersonRequest = Schemas["RequestResponse"];
export type Hold = Schemas["HoldResponse"];
export type AuditEntry = Schemas["ActResponse"];

/** Of one number, where one is named. It stands in no address: what one searches for here is a person. */
export const suppressionPages = (number: string | null) =>
  pagesOf<Suppression>(["suppressions", number], (cursor) =>
    dataOf(api.GET("/api/dnc", { params: { query: { number, cursor } } })),
  );

export const listPages = pagesOf<CallList>(["dnc-lists"], (cursor) =>
  dataOf(api.GET("/api/dnc/lists", { params: { query: { cursor } } })),
);

export const consentPages = (number: string | null) =>
  pagesOf<Consent>(["consents", number], (cursor) =>
    dataOf(api.GET("/api/consents", { params: { query: { number, cursor } } })),
  );

export const consentTextPages = pagesOf<Schemas["ConsentTextResponse"]>(["consent-texts"], (cursor) =>
  dataOf(api.GET("/api/consent-texts", { params: { query: { cursor } } })),
);

export const preferencePages = (number: string | null) =>
  pagesOf<Preference>(["preferences", number], (cursor) =>
    dataOf(api.GET("/api/preferences", { params: { query: { number, cursor } } })),
  );

export const requestPages = pagesOf<PersonRequest>(["people-requests"], (cursor) =>
  dataOf(api.GET("/api/people/requests", { params: { query: { cursor } } })),
);

export const holdPages = (number: string | null) =>
  pagesOf<Hold>(["legal-holds", number], (cursor) =>
    dataOf(api.GET("/api/legal-holds", { params: { query: { number, cursor } } })),
  );

export const auditPages = pagesOf<AuditEntry>(["audit"], (cursor) =>
  dataOf(api.GET("/api/audit-log", { params: { query: { cursor } } })),
);

export const rulePages = pagesOf<Schemas["RulePackResponse"]>(["rule-packs"], (cursor) =>
  dataOf(api.GET("/api/rule-packs", { params: { query: { cursor } } })),
);

export const rulePackOf = (name: string) =>
  queryOptions({
    queryKey: ["rule-packs", name],
    queryFn: () => dataOf(api.GET("/api/rule-packs/{name}", { params: { path: { name } } })),
  });
