import { z } from "zod";

/** The longest page of any list. */
const mostRows = 200;

/** How many rows of a list a query asks for: plain digits, 1 to 200; 50 when left out. */
export const pageLimit = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(mostRows))
  .default(50);
