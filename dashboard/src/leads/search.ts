import { z } from "zod";

const id = z.string().max(64).optional().catch(undefined);

/** Whose leads, and which of them; review: only those held for this reason. */
export const leadSearch = z.object({
  campaign: id,
  state: z
    .string()
    .regex(/^[a-z_]{1,30}$/)
    .optional()
    .catch(undefined),
  review: z.string().max(2000).optional().catch(undefined),
});

/** For which campaign, and the upload that is being looked at: a reload goes on with it. */
export const importSearch = z.object({ campaign: id, import: id });

export type LeadSearch = z.infer<typeof leadSearch>;
export type ImportSearch = z.infer<typeof importSearch>;
