import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps, Outlet } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Live, useFeedState } from "@/live/live";
import { me, type Permission, signOut } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { chooseTheme, currentTheme } from "@/ui/theme";
import { DARK, FEED, LIGHT, NAVIGATION, SIGN_OUT, SKIP } from "@/words/shell";
import type { Tone } from "@/words/states";

const FEED_TONES: Record<keyof typeof FEED, Tone> = { connecting: "quiet", live: "good", lost: "bad" };
const place =
  "rounded-md px-3 py-2 text-sm whitespace-nowrap hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold";

/** What stands around every screen of whoever is signed in. */
export function Shell() {
  return (
    <Live>
      <button
        type="button"
        onClick={toContent}
        className="sr-only focus:not-sr-only focus:absolute focus:p-3"
      >
        {SKIP}
      </button>
      <header className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-panel px-4 py-2">
        <span className="font-semibold text-accent">Outbound</span>
        <nav
          aria-label={NAVIGATION.label}
          className="order-last flex w-full min-w-0 gap-1 overflow-x-auto md:order-none md:w-auto md:flex-1"
        >
          <Place to="/" exact>
            {NAVIGATION.wallboard}
          </Place>
          <Place to="/campaigns">{NAVIGATION.campaigns}</Place>
          <Place to="/calls">{NAVIGATION.calls}</Place>
          <Place to="/leads" needs="leads:read">
            {NAVIGATION.leads}
          </Place>
          <Place to="/scripts" needs="scripts:read">
            {NAVIGATION.scripts}
          </Place>
          <Place to="/agents" needs="agents:read">
            {NAVIGATION.agents}
          </Place>
          <Place to="/compliance" needs="suppressions:read">
            {NAVIGATION.compliance}
          </Place>
          <Place to="/settings">{NAVIGATION.settings}</Place>
        </nav>
        <FeedBadge />
        <ThemeButton />
        <Who />
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl p-4 outline-none">
        <Outlet />
      </main>
    </Live>
  );
}

/** A place in the navigation, for whoever may go there; needs: what its screen asks for first. */
function Place({
  to,
  exact = false,
  needs,
  children,
}: {
  to: LinkProps["to"];
  exact?: boolean;
  needs?: Permission;
  children: ReactNode;
}) {
  const { data } = useQuery(me);
  if (needs !== undefined && !data?.permissions.includes(needs)) return null;
  return (
    <Link to={to} activeOptions={{ exact, includeSearch: false }} className={place}>
      {children}
    </Link>
  );
}

/** A button and no link: the address behind the `#` is the router's. */
function toContent(): void {
  document.getElementById("content")?.focus();
}

function FeedBadge() {
  const state = useFeedState();
  return (
    <span role="status">
      <Badge named={{ word: FEED[state], tone: FEED_TONES[state] }} />
    </span>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <Button
      weight="quiet"
      onClick={() => {
        chooseTheme(other);
        setTheme(other);
      }}
    >
      {other === "dark" ? DARK : LIGHT}
    </Button>
  );
}

function Who() {
  const { data } = useQuery(me);
  return (
    <span className="flex items-center gap-2 text-sm">
      <span className="hidden max-w-40 truncate sm:inline">{data?.name || data?.email}</span>
      <Button weight="quiet" onClick={() => void signOut()}>
        {SIGN_OUT}
      </Button>
    </span>
  );
}
