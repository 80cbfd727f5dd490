import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { me, type Permission, useMay } from "@/session/session";
import { type Key, keyPages } from "@/settings/queries";
import { fromNow, moment } from "@/shown/moments";
import { grouped } from "@/shown/permissions";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Checks } from "@/ui/checks";
import { Confirmed } from "@/ui/dialog";
import { Disclosed } from "@/ui/disclosed";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { FormError } from "@/ui/form_errors";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { ShownOnce } from "@/ui/secret";
import { REMOVE } from "@/words/acts";
import { KEY_STATES, KEYS } from "@/words/keys";
import { named } from "@/words/states";

const COLUMNS = columnsOf<Key>(
  [KEYS.name, ({ name }) => <span className="font-medium">{name}</span>],
  [KEYS.begins, ({ prefix }) => (prefix === "" ? "–" : <code>{prefix}…</code>)],
  [KEYS.state, (key) => <Badge named={named(KEY_STATES, stateOf(key))} />],
  [KEYS.may, ({ scopes }) => <Scopes scopes={scopes} />],
  [KEYS.from, ({ networks }) => networks?.join(", ") ?? KEYS.anywhere],
  [KEYS.used, ({ last_used_at }) => (last_used_at === null ? "–" : fromNow(last_used_at))],
  [KEYS.expires, ({ expires_at }) => (expires_at === null ? KEYS.never : moment(expires_at))],
  [REMOVE, (key) => <Remove shown={key} />],
);

function stateOf(key: Key): keyof typeof KEY_STATES {
  if (key.revoked_at !== null) return "removed";
  return key.expires_at !== null && Date.parse(key.expires_at) <= Date.now() ? "expired" : "good";
}

function Scopes({ scopes }: { scopes: string[] | null }) {
  if (scopes === null) return KEYS.everything;
  return (
    <details>
      <summary className="cursor-pointer whitespace-nowrap">{KEYS.few(scopes.length)}</summary>
      <ul>
        {grouped(scopes).map(({ noun, may }) => (
          <li key={noun}>
            {noun}: {may.map(({ word }) => word).join(", ")}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function KeysScreen() {
  const may = useMay("keys:write");
  const found = useInfiniteQuery(keyPages);
  return (
    <Page title={KEYS.title} below={KEYS.below}>
      {may && <Create />}
      <Listed
        label={KEYS.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={KEYS.none}>{KEYS.noneHint}</Empty>}
      />
    </Page>
  );
}

function Create() {
  const { data } = useQuery(me);
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const create = useAct(
    async (body: Schemas["KeyBody"], header) => ({
      name: body.name,
      key: (await dataOf(api.POST("/api/api-keys", { body, params: { header } }))).key,
    }),
    { touches: [["keys"]], onDone: setMade },
  );
  return (
    <>
      {made !== null && (
        <ShownOnce title={KEYS.secret(made.name)} text={made.key} onKept={() => setMade(null)} />
      )}
      <Disclosed word={KEYS.create} weight="main">
        <Form
          word={KEYS.act}
          sending={create}
          onSend={(typed) =>
            create.act({
              name: typed.text("name"),
              scopes: someOrNull(typed.choices<Permission>("scopes")),
              networks: someOrNull(typed.words("networks")),
              expires_at: typed.moment("expires"),
            })
          }
        >
          <TextField label={KEYS.name} hint={KEYS.nameHint} name="name" required maxLength={100} />
          <Scoped permissions={data?.permissions ?? []} />
          <TextField label={KEYS.networks} hint={KEYS.networksHint} name="networks" />
          <TextField label={KEYS.expires} hint={KEYS.expiresHint} name="expires" type="datetime-local" />
        </Form>
      </Disclosed>
    </>
  );
}

function someOrNull<Item>(items: Item[]): Item[] | null {
  return items.length === 0 ? null : items;
}

/** A key does no more than whoever makes it, so only what they may is offered; what is a person's own is no key's. */
function Scoped({ permissions }: { permissions: readonly string[] }) {
  const groups = grouped(permissions.filter((name) => name.includes(":")));
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium">{KEYS.scopes}</legend>
      <p className="text-xs text-faint">{KEYS.scopesHint}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        {groups.map(({ noun, may }) => (
          <Checks key={noun} legend={noun} name="scopes" choices={may} />
        ))}
      </div>
    </fieldset>
  );
}

function Remove({ shown }: { shown: Key }) {
  const may = useMay("keys:write");
  const remove = useAct(
    (key_id: string) => dataOf(api.DELETE("/api/api-keys/{key_id}", { params: { path: { key_id } } })),
    { touches: [["keys"]] },
  );
  if (!may || shown.revoked_at !== null) return null;
  return (
    <>
      <Confirmed
        opener={
          <Button weight="danger" disabled={remove.isPending}>
            {REMOVE}
          </Button>
        }
        title={KEYS.removeTitle(shown.name)}
        effect={KEYS.removeEffect}
        act={REMOVE}
        onConfirm={() => void remove.act(shown.id)}
      />
      <FormError error={remove.error} />
    </>
  );
}
