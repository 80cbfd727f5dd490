import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { TRY_AGAIN } from "@/words/problems";

/** What an answer holds, once it is there: old data stays while newer is asked for, and says so if that fails. */
export function Answer<Data>({
  of,
  children,
}: {
  of: Pick<UseQueryResult<Data>, "data" | "error" | "refetch" | "isFetching">;
  children: (data: Data) => ReactNode;
}) {
  const again = (
    <Button onClick={() => void of.refetch()} disabled={of.isFetching}>
      {TRY_AGAIN}
    </Button>
  );
  return (
    <>
      {of.error !== null && (
        <Notice tone="bad" acts={again}>
          {of.error.message}
        </Notice>
      )}
      {of.data !== undefined && children(of.data)}
      {of.data === undefined && of.error === null && (
        <div className="h-24 animate-pulse rounded-lg bg-sunken" aria-busy="true" />
      )}
    </>
  );
}
