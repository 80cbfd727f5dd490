import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "@/api/acts";
import { api, dataOf, type Schemas } from "@/api/client";
import { me, useMay } from "@/session/session";
import { invitationAddress } from "@/settings/invitations";
import { PersonActs } from "@/settings/person_acts";
import { type Person, peoplePages, type Role } from "@/settings/queries";
import { fromNow } from "@/shown/moments";
import { Badge } from "@/ui/badge";
import { Disclosed } from "@/ui/disclosed";
import { ChoiceField, TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { columnsOf, Listed } from "@/ui/listed";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/panel";
import { ShownOnce } from "@/ui/secret";
import { PEOPLE, PERSON_STATES, PROFILE, ROLE_HINT, ROLES } from "@/words/people";
import { named } from "@/words/states";

const COLUMNS = columnsOf<Person>(
  [
    PEOPLE.name,
    ({ name, email }) => (
      <>
        <span className="font-medium">{name}</span>
        <br />
        <span className="text-faint">{email}</span>
      </>
    ),
  ],
  [PEOPLE.role, ({ role }) => ROLES[role] ?? role],
  [PEOPLE.state, (person) => <Badge named={named(PERSON_STATES, stateOf(person))} />],
  [
    PROFILE.factor,
    ({ has_second_factor: on }) => <Badge named={on ? PROFILE.factorOn : PROFILE.factorOff} />,
  ],
  [PEOPLE.seen, ({ last_seen_at }) => (last_seen_at === null ? "–" : fromNow(last_seen_at))],
  [PEOPLE.acts, (person) => <Acts person={person} />],
);

function stateOf(person: Person): keyof typeof PERSON_STATES {
  if (person.disabled_at !== null) return "disabled";
  return person.has_come_in ? "in" : "invited";
}

/** Nobody changes what they themselves may do; the API refuses it as well. */
function Acts({ person }: { person: Person }) {
  const may = useMay("users:write");
  const { data } = useQuery(me);
  if (data?.id === person.id) return <Badge named={{ word: PROFILE.you, tone: "good" }} />;
  return may ? <PersonActs person={person} /> : null;
}

export function PeopleScreen() {
  const may = useMay("users:write");
  const found = useInfiniteQuery(peoplePages);
  return (
    <Page title={PEOPLE.title} below={ROLE_HINT}>
      {may && <Invite />}
      <Listed
        label={PEOPLE.title}
        of={found}
        columns={COLUMNS}
        empty={<Empty title={PEOPLE.none}>{PEOPLE.noneHint}</Empty>}
      />
    </Page>
  );
}

function Invite() {
  const [invited, setInvited] = useState<Schemas["Invitation"] | null>(null);
  const invite = useAct(
    (body: Schemas["UserBody"], header) => dataOf(api.POST("/api/users", { body, params: { header } })),
    { touches: [["people"]], onDone: setInvited },
  );
  return (
    <>
      {invited !== null && (
        <ShownOnce
          title={PEOPLE.link(invited.user.name)}
          text={invitationAddress(invited.link.token)}
          onKept={() => setInvited(null)}
        />
      )}
      <Disclosed word={PEOPLE.invite} weight="main">
        <Form
          word={PEOPLE.inviteAct}
          sending={invite}
          onSend={(typed) =>
            invite.act({
              name: typed.text("name"),
              email: typed.text("email"),
              role: typed.choice<Role>("role"),
            })
          }
        >
          <TextField label={PEOPLE.name} name="name" required maxLength={200} autoComplete="off" />
          <TextField
            label={PEOPLE.email}
            hint={PEOPLE.inviteHint}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="off"
          />
          <ChoiceField label={PEOPLE.role} name="role" words={ROLES} defaultValue="agent" />
        </Form>
      </Disclosed>
    </>
  );
}
