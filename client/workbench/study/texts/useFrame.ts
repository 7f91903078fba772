import type { TextFrame } from "../../../../server/texts/textsApi.ts";
import { useAnswer, type Reading } from "../../useAnswer.ts";
import { useSending, type Sending } from "../../useSending.ts";

/** A study's code frame, and how to change a part of it. */
export interface Frame {
  readonly reading: Reading<TextFrame>;
  readonly sending: Sending<TextFrame>;
  readonly change: (
    frame: TextFrame,
    change: Partial<Pick<TextFrame, "themes" | "words" | "ignored">>,
    onDone: () => void,
  ) => void;
}

/** Reads a study's code frame and prepares to change it. */
export function useFrame(study: string): Frame {
  const path = `/api/studies/${study}/texts/frame`;
  const reading = useAnswer<TextFrame>(path);
  const sending = useSending<TextFrame>();
  return {
    reading,
    sending,
    change({ frameVersion, themes, words, ignored }, change, onDone) {
      const body = { basedOn: frameVersion, themes, words, ignored, ...change };
      sending.send(path, { method: "PUT", body }, () => {
        reading.again();
        onDone();
      });
    },
  };
}

/** The lines of a text area, those without anything left out. */
export function linesOf(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
