import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, asSeen, dataOf, type Schemas, seenOf, unlessChanged } from "@/api/client";
import { invitationAddress } from "@/settings/invitations";
import type { Person, Role } from "@/settings/queries";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { SelectField } from "@/ui/field";
import { FormError } from "@/ui/form_errors";
import { ShownOnce } from "@/ui/secret";
import { PEOPLE, ROLES } from "@/words/people";

type Patch = Schemas["UserPatch"];

/** What may be done to one person. */
export function PersonActs({ person }: { person: Person }) {
  const change = useAct((patch: Patch) => changed(person, patch), { touches: [["people"]] });
  const isDisabled = person.disabled_at !== null;
  return (
    <div className="grid gap-2">
      <FormError error={change.error} />
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          label={PEOPLE.role}
          value={person.role}
          disabled={change.isPending}
          onChange={({ target }) => void change.act({ role: target.value as Role })}
        >
          {Object.entries(ROLES).map(([role, word]) => (
            <option key={role} value={role}>
              {word}
            </option>
          ))}
        </SelectField>
        {isDisabled ? (
          <Button disabled={change.isPending} onClick={() => void change.act({ disabled: false })}>
            {PEOPLE.enable}
          </Button>
        ) : (
          <Confirmed
            opener={
              <Button weight="danger" disabled={change.isPending}>
                {PEOPLE.disable}
              </Button>
            }
            title={PEOPLE.disableTitle(person.name)}
            effect={PEOPLE.disableEffect}
            act={PEOPLE.disable}
            onConfirm={() => void change.act({ disabled: true })}
          />
        )}
        {person.has_second_factor && (
          <Confirmed
            opener={<Button disabled={change.isPending}>{PEOPLE.noFactor}</Button>}
            title={PEOPLE.noFactorTitle(person.name)}
            effect={PEOPLE.noFactorEffect}
            act={PEOPLE.noFactor}
            onConfirm={() => void change.act({ second_factor: false })}
          />
        )}
        {!isDisabled && <AnotherLink person={person} />}
      </div>
    </div>
  );
}

function AnotherLink({ person }: { person: Person }) {
  const [token, setToken] = useState<string | null>(null);
  const make = useAct(
    (user_id: string, header) =>
      dataOf(api.POST("/api/users/{user_id}/link", { params: { path: { user_id }, header } })),
    { onDone: (link) => setToken(link.token) },
  );
  return (
    <>
      <Confirmed
        opener={<Button disabled={make.isPending}>{PEOPLE.anotherLink}</Button>}
        title={PEOPLE.link(person.name)}
        effect={PEOPLE.anotherLinkEffect}
        act={PEOPLE.anotherLink}
        onConfirm={() => void make.act(person.id)}
      />
      <FormError error={make.error} />
      {token !== null && (
        <ShownOnce
          title={PEOPLE.link(person.name)}
          text={invitationAddress(token)}
          onKept={() => setToken(null)}
        />
      )}
    </>
  );
}

/** Only if they are as they were shown: the list's row may be older than somebody else's change. */
async function changed(shown: Person, body: Patch): Promise<Person> {
  const path = { user_id: shown.id };
  const seen = unlessChanged(await seenOf(api.GET("/api/users/{user_id}", { params: { path } })), shown, [
    "role",
    "disabled_at",
    "has_second_factor",
  ]);
  return dataOf(api.PATCH("/api/users/{user_id}", { params: { path, header: asSeen(seen) }, body }));
}
