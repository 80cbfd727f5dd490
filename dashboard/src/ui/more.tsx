import { Button } from "@/ui/button";
import { MORE } from "@/words/acts";

/** The way to a list's next page. */
export function More({ has, isLoading, onMore }: { has: boolean; isLoading: boolean; onMore: () => void }) {
  if (!has) return null;
  return (
    <Button onClick={onMore} disabled={isLoading} className="justify-self-center">
      {MORE}
    </Button>
  );
}
