import { z } from "zod";

/** What an event can be: an official briefing, a rumour, a change of wording or of weighting, or anything else. */
export const eventKinds = ["briefing", "rumour", "wording", "weighting", "other"] as const;

/** More would cover a chart; two researchers who add the last at once may go one over. */
export const mostEvents = 200;

const title = z.string().trim().min(1).max(120);

/** Body of `POST /api/studies/:study/events`: something that happened on a day, to be seen beside the numbers. */
export const newEvent = z.strictObject({
  day: z.iso.date(),
  kind: z.enum(eventKinds),
  title: z.strictObject({ "zh-CN": title, en: title }),
});

/** What a researcher says of an event. */
export type EventContent = z.infer<typeof newEvent>;

/** An event of a study; `event` is made from its content, so that what is sent twice is kept once. */
export interface StudyEvent extends EventContent {
  readonly event: string;
}

/** Answer of `GET /api/studies/:study/events`: by day. */
export interface StudyEvents {
  readonly events: readonly StudyEvent[];
}
