import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queriesOf } from "@/app/queries";
import { routerFor } from "@/app/router";
import { tokens } from "@/session/session";
import { takeArrivals } from "@/sign_in/arrival";
import { keepTheme } from "@/ui/theme";
import "@/ui/theme.css";

keepTheme();
// A part of this page is gone: another version is served now.
window.addEventListener("vite:preloadError", () => window.location.reload());
// Whoever comes by a link is that link's person, whoever was signed in here before.
takeArrivals(() => tokens.signOut());

const queries = queriesOf();
const router = routerFor(queries);
let wasSignedIn = tokens.isSignedIn;
tokens.onChange(() => {
  if (wasSignedIn === tokens.isSignedIn) return;
  wasSignedIn = tokens.isSignedIn;
  // Nothing of one person is shown to the next.
  queries.clear();
  void router.invalidate();
});

const place = document.getElementById("root");
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      {/* The page's policy takes no style that stands in the page itself. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
