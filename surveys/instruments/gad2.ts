import { gad7 } from "./gad7.ts";
import type { Instrument } from "./instrument.ts";

/** The first two items of the GAD-7. */
export const gad2: Instrument = {
  ...gad7,
  id: "gad2",
  name: "GAD-2",
  itemCount: 2,
  items: gad7.items?.slice(0, 2) ?? null,
  range: [0, 6],
  bands: [],
  cutOff: 3,
  itemsNeeded: 2,
  paper: "Kroenke K, Spitzer RL, Williams JBW, Monahan PO, Löwe B (2007). Ann Intern Med 146:317-25",
};
