import { z } from "zod";

export const campaignSearch = z.object({
  state: z
    .enum(["draft", "running", "paused", "cancelling", "cancelled", "completed"])
    .optional()
    .catch(undefined),
});

export type CampaignSearch = z.infer<typeof campaignSearch>;

/** from: the campaign that the new one is to be like. */
export const builderSearch = z.object({ from: z.string().max(64).optional().catch(undefined) });
