/** Files of the API, saved where the browser saves them. */
import { apiAddress } from "@/api/address";
import { authorised } from "@/api/client";
import { errorOf } from "@/api/problems";

/** Save what stands at this path of the API; the token goes in a header, so a plain link would be refused. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await authorised(new Request(`${apiAddress()}${path}`));
  if (!answer.ok) throw await errorOf(answer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
