import { cas } from "./cas.ts";
import { gad2 } from "./gad2.ts";
import { gad7 } from "./gad7.ts";
import type { Instrument } from "./instrument.ts";
import { phq2 } from "./phq2.ts";
import { phq4 } from "./phq4.ts";
import { gad2SevenDays, phq2SevenDays } from "./sevenDays.ts";
import { who5 } from "./who5.ts";

/** Every scale that can be scored, by its id. */
export const instruments: Readonly<Record<string, Instrument>> = {
  gad7,
  gad2,
  phq2,
  phq4,
  who5,
  cas,
  [gad2SevenDays.id]: gad2SevenDays,
  [phq2SevenDays.id]: phq2SevenDays,
};
