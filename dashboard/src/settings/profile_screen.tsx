import { useQuery } from "@tanstack/react-query";
import { type Me, me } from "@/session/session";
import { PasswordPanel } from "@/settings/password_panel";
import { SecondFactor } from "@/settings/second_factor";
import { Sessions } from "@/settings/sessions";
import { grouped } from "@/shown/permissions";
import { Answer } from "@/ui/answer";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { PEOPLE, PROFILE, ROLES } from "@/words/people";

/** Who one is here, and by what one comes in. */
export function ProfileScreen() {
  const found = useQuery(me);
  return (
    <Page title={PROFILE.title}>
      <Answer of={found}>
        {(who) => (
          <>
            <You who={who} />
            <PasswordPanel />
            <SecondFactor isOn={who.has_second_factor} />
            <Sessions />
          </>
        )}
      </Answer>
    </Page>
  );
}

function You({ who }: { who: Me }) {
  return (
    <Panel title={PROFILE.you}>
      <Facts
        facts={[
          [PEOPLE.name, who.name],
          [PEOPLE.email, who.email],
          [PEOPLE.role, ROLES[who.role] ?? who.role],
          [PROFILE.account, <code key="account">{who.account_id}</code>],
        ]}
      />
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-faint">{PROFILE.may}</summary>
        <div className="mt-2">
          <Facts
            facts={grouped(who.permissions).map(({ noun, may }) => [
              noun,
              may.map(({ word }) => word).join(", "),
            ])}
          />
        </div>
      </details>
    </Panel>
  );
}
