import { z } from "zod";

/** Every filter of the list is part of its address. campaign: only of this one. */
export const callSearch = z.object({
  campaign: z.string().max(64).optional().catch(undefined),
  state: z
    .enum(["claimed", "waiting", "queued", "dialling", "live", "needs_review", "closed"])
    .optional()
    .catch(undefined),
  outcome: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional()
    .catch(undefined),
  result: z.string().max(40).optional().catch(undefined),
  review: z.boolean().optional().catch(undefined),
});

export type CallSearch = z.infer<typeof callSearch>;
