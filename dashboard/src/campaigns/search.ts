import { z } from "zod";

export const campaignSearch = z.object({
  state: z
    .enum(["draft", "running", "paused", "cancelling", "cancelled", "completed"])
    .optional()
    .catch(undefined),
});

export type CampaignSearch = z.infer<typeof campaignSearch>;
