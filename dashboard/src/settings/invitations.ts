/** The address by which somebody comes in once: this page's own, with the secret behind its `#`, where no server's log sees it. */
export function invitationAddress(
  token: string,
  page: Pick<Location, "origin" | "pathname"> = window.location,
): string {
  return `${page.origin}${page.pathname}#invitation=${encodeURIComponent(token)}`;
}
