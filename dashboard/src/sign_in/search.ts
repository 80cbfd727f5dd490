import { z } from "zod";

/** way: other than by address and password; next: where one wanted to go; ended: the session ended, nobody signed out. */
export const signInSearch = z.object({
  way: z.enum(["reset", "company"]).optional().catch(undefined),
  next: z.string().startsWith("/").optional().catch(undefined),
  ended: z.boolean().optional().catch(undefined),
});
