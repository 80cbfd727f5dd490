/** Light or dark: as the machine has it, until somebody chooses. */
export type Theme = "light" | "dark";

const CHOSEN = "outbound.theme";
const dark = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

export function currentTheme(): Theme {
  const chosen = localStorage.getItem(CHOSEN);
  if (chosen === "light" || chosen === "dark") return chosen;
  return dark().matches ? "dark" : "light";
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(CHOSEN, theme);
  show();
}

/** Put the theme on the page and follow the machine's. */
export function keepTheme(): void {
  show();
  dark().addEventListener("change", show);
}

function show(): void {
  document.documentElement.dataset.theme = currentTheme();
}
