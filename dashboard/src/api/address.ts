/** Where the API is: where this page came from, unless the page's own head says otherwise. */
export function apiAddress(page: Document = document): string {
  const said = page.querySelector<HTMLMetaElement>('meta[name="outbound-api"]')?.content.trim() ?? "";
  return new URL(said || "/", page.baseURI).href.replace(/\/$/, "");
}

/** The address of the live socket, beside the API's. */
export function liveAddress(api: string = apiAddress()): string {
  return `${api.replace(/^http/, "ws")}/api/ws`;
}
