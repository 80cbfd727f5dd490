import { Page } from "@/ui/page";
import { NAVIGATION } from "@/words/shell";

export function Wallboard() {
  return <Page title={NAVIGATION.wallboard}>…</Page>;
}
