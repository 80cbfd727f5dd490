// What the generated TypeScript client can do, tried on a running API: node built/smoke.js BASE_URL KEY
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

declare const process: { argv: string[] };

function check(holds: boolean, told: unknown): asserts holds {
  if (!holds) throw new Error(JSON.stringify(told));
}

const [baseUrl, key] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

const made = [];
for (let time = 0; time < 2; time++) {
  const { data, error } = await client.POST("/api/agents", {
    params: { header: { "Idempotency-Key": "typescript-smoke" } },
    body: { name: "Mona" },
  });
  check(data !== undefined, error);
  made.push(data.id);
}
const listed = await client.GET("/api/agents", { params: { query: { limit: 200 } } });
check(listed.data !== undefined, listed.error);
const found = listed.data.data.filter((each) => each.name === "Mona").map((each) => each.id);
check(found.length === 1 && made.every((id) => id === found[0]), { made, found });
const missing = await client.GET("/api/agents/{agent_id}", { params: { path: { agent_id: "agent_nobody" } } });
check(missing.error?.status === 404, missing.error);
console.log("typescript client: made, listed, refused");
