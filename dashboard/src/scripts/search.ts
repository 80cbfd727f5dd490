import { z } from "zod";

const number = z.number().int().min(1).optional().catch(undefined);

/** Which version is shown, and beside which other one. */
export const scriptSearch = z.object({ version: number, against: number });
