/** The public API, typed by its own description. Answers are data or an error; nothing is half of each. */
import createClient, { type Middleware } from "openapi-fetch";
import { apiAddress } from "@/api/address";
import { errorOf, Outdated, Unreachable } from "@/api/problems";
import type { components, paths } from "@/api/schema";

export type Schemas = components["schemas"];

/** Who gives the access token of a request, and a newer one when the API refused it. */
export interface Credentials {
  token(): Promise<string | null>;
  renewed(refused: string): Promise<string | null>;
}

const OPEN = "/api/auth/";
let credentials: Credentials = { token: async () => null, renewed: async () => null };

/** Whose tokens requests carry from now on. */
export function carryTokensOf(given: Credentials): void {
  credentials = given;
}

/** As fetch, with the token; asked once more where it was refused and there is a newer one. Throws Unreachable. */
export async function authorised(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const token = path.startsWith(OPEN) && path !== `${OPEN}logout` ? null : await credentials.token();
  const again = request.clone();
  const answer = await sent(request, token);
  if (answer.status !== 401 || token === null) return answer;
  const newer = await credentials.renewed(token);
  return newer === null ? answer : sent(again, newer);
}

async function sent(request: Request, token: string | null): Promise<Response> {
  if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable();
  }
}

/** A failed answer becomes its error, so that a query or an act fails by throwing. */
const failing: Middleware = {
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await errorOf(response);
    return response;
  },
};

export const api = createClient<paths>({ baseUrl: apiAddress(), fetch: authorised });
api.use(failing);

/** The data of an answer, which is there: failures have been thrown. */
export async function dataOf<Data>(asked: Promise<{ data?: Data }>): Promise<Data> {
  return (await asked).data as Data;
}

/** A key that nobody else has, such as for one press of a button: repeated after a lost answer it has no second effect. */
export function randomKey(): string {
  // A page over plain HTTP has no randomUUID.
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

/** A thing with the tag of how it was seen: whoever changes it sends the tag, and overwrites nobody's newer change. */
export interface Seen<Data> {
  data: Data;
  tag: string | null;
}

export async function seenOf<Data>(asked: Promise<{ data?: Data; response: Response }>): Promise<Seen<Data>> {
  const { data, response } = await asked;
  return { data: data as Data, tag: response.headers.get("etag") };
}

/** What was seen, if it is in these fields as it was shown, such as by a list's row. Throws Outdated. */
export function unlessChanged<Data>(
  seen: Seen<Data>,
  shown: Data,
  fields: readonly (keyof Data)[],
): Seen<Data> {
  const isSame = fields.every((field) => JSON.stringify(seen.data[field]) === JSON.stringify(shown[field]));
  if (!isSame) throw new Outdated();
  return seen;
}

/** The header of a change to what was seen. */
export function asSeen({ tag }: Seen<unknown>): { "If-Match"?: string } {
  return tag === null ? {} : { "If-Match": tag };
}

/** The body of a request that carries a file; what is null or left out is not sent. */
export function formOf(fields: Record<string, string | Blob | null | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(name, value);
  }
  return form;
}
