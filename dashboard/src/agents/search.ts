import { z } from "zod";

/** from: the agent that the new one is to be like. */
export const agentFormSearch = z.object({ from: z.string().max(64).optional().catch(undefined) });
