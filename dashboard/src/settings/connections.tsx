import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, seenOf, unlessChanged } from "@/api/client";
import { useMay } from "@/session/session";
import { type Connection, connectionPages, type Vendor, vendors } from "@/settings/line_queries";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Empty, Panel } from "@/ui/panel";
import type { Typed } from "@/ui/typed";
import { SAVE } from "@/words/acts";
import { CONNECTIONS, VENDOR_NAMES } from "@/words/connections";
import { sentence } from "@/words/states";

const TOUCHES = [["connections"]];

const COLUMNS = columnsOf<Connection>(
  [CONNECTIONS.name, ({ name }) => <span className="font-medium">{name}</span>],
  [CONNECTIONS.vendor, ({ vendor }) => VENDOR_NAMES[vendor] ?? vendor],
  [CONNECTIONS.identity, ({ identity }) => identity || "–"],
  [
    CONNECTIONS.kind,
    ({ of_installation }) => <Badge named={of_installation ? CONNECTIONS.installation : CONNECTIONS.own} />,
  ],
  [CONNECTIONS.trunks, ({ trunks }) => trunks],
  [CONNECTIONS.addresses, ({ addresses }) => <Addresses addresses={addresses} />],
  [CONNECTIONS.credentials, (connection) => <Change connection={connection} />],
);

function Addresses({ addresses }: { addresses: Record<string, string> }) {
  const entries = Object.entries(addresses);
  if (entries.length === 0) return "–";
  return (
    <details>
      <summary className="cursor-pointer">{entries.length}</summary>
      {entries.map(([told, address]) => (
        <p key={told}>
          {sentence(told)}: <code className="break-all">{address}</code>
        </p>
      ))}
    </details>
  );
}

export function Connections() {
  const may = useMay("connections:write");
  const found = useInfiniteQuery(connectionPages);
  return (
    <Panel title={CONNECTIONS.vendors}>
      <div className="grid gap-3">
        {may && <Add />}
        <Listed
          label={CONNECTIONS.vendors}
          of={found}
          columns={COLUMNS}
          empty={<Empty title={CONNECTIONS.none}>{CONNECTIONS.noneHint}</Empty>}
        />
      </div>
    </Panel>
  );
}

function Add() {
  const { data = [] } = useQuery(vendors);
  const [chosen, choose] = useState("");
  const vendor = data.find(({ vendor: name }) => name === chosen) ?? data[0];
  const add = useAct(
    (body: Schemas["ConnectionBody"], header) =>
      dataOf(api.POST("/api/connections", { body, params: { header } })),
    { touches: TOUCHES },
  );
  if (vendor === undefined) return null;
  return (
    <Disclosed word={CONNECTIONS.add} weight="main">
      <Form
        word={CONNECTIONS.add}
        sending={add}
        onSend={(typed) =>
          add.act({
            name: typed.text("name"),
            kind: vendor.kind,
            vendor: vendor.vendor as Schemas["ConnectionBody"]["vendor"],
            credentials: credentialsOf(vendor, typed),
          })
        }
      >
        <TextField label={CONNECTIONS.name} name="name" required maxLength={100} />
        <ChoiceField
          label={CONNECTIONS.vendor}
          words={Object.fromEntries(
            data.map(({ vendor: name }) => [name, VENDOR_NAMES[name] ?? sentence(name)]),
          )}
          value={vendor.vendor}
          onChange={({ target }) => choose(target.value)}
        />
        <CredentialFields vendor={vendor} />
      </Form>
    </Disclosed>
  );
}

/** By the vendor's own names; what opens an account is typed unseen and remembered by no browser. */
function CredentialFields({ vendor, except = null }: { vendor: Vendor; except?: string | null }) {
  return (
    <>
      {[...vendor.needed, ...vendor.optional]
        .filter((name) => name !== except)
        .map((name) => (
          <TextField
            key={name}
            label={vendor.needed.includes(name) ? sentence(name) : CONNECTIONS.optional(sentence(name))}
            name={`credential ${name}`}
            type={name === vendor.identity ? "text" : "password"}
            required={vendor.needed.includes(name)}
            maxLength={4000}
            autoComplete="off"
          />
        ))}
    </>
  );
}

function credentialsOf(vendor: Vendor, typed: Typed): Record<string, string> {
  const names = [...vendor.needed, ...vendor.optional];
  const given = names.map((name) => [name, typed.text(`credential ${name}`)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

function Change({ connection }: { connection: Connection }) {
  const may = useMay("connections:write");
  const { data = [] } = useQuery(vendors);
  const vendor = data.find(({ vendor: name }) => name === connection.vendor);
  const change = useAct((credentials: Record<string, string>) => changed(connection, credentials), {
    touches: TOUCHES,
  });
  if (!may || vendor === undefined || connection.of_installation) return null;
  const { identity } = vendor;
  return (
    <div className="min-w-64">
      <Disclosed word={CONNECTIONS.credentials}>
        <p className="mb-3 text-sm text-faint">{CONNECTIONS.credentialsHint}</p>
        <Form
          word={SAVE}
          sending={change}
          onSend={(typed) =>
            change.act({
              ...(identity !== null && { [identity]: connection.identity }),
              ...credentialsOf(vendor, typed),
            })
          }
        >
          <CredentialFields vendor={vendor} except={identity} />
        </Form>
      </Disclosed>
    </div>
  );
}

async function changed(shown: Connection, credentials: Record<string, string>): Promise<Connection> {
  const path = { connection_id: shown.id };
  const now = await seenOf(api.GET("/api/connections/{connection_id}", { params: { path } }));
  const header = asSeen(unlessChanged(now, shown, ["version", "name"]));
  return dataOf(
    api.PUT("/api/connections/{connection_id}/credentials", {
      params: { path, header },
      body: { credentials },
    }),
  );
}
