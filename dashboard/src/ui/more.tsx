import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "@/ui/button";
import { MORE } from "@/words/acts";

/** The way to a list's next page. */
export function More({
  of,
}: {
  of: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
}) {
  if (!of.hasNextPage) return null;
  return (
    <Button
      onClick={() => void of.fetchNextPage()}
      disabled={of.isFetchingNextPage}
      className="justify-self-center"
    >
      {MORE}
    </Button>
  );
}
