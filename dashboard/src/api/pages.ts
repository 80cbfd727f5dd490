/** Keyset pages as one growing list. */
import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

export interface PageOf<Item> {
  data: Item[];
  next_cursor: string | null;
  has_more: boolean;
}

/** Ask for a list's first page, and for the next with each "more". */
export function pagesOf<Item>(
  queryKey: QueryKey,
  ask: (cursor: string | undefined) => Promise<PageOf<Item>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PageOf<Item>) => page.next_cursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.data),
  });
}
