/** Answers on their way, kept on this device until they are known to be received. */
export interface Draft {
  /** Made at random when the first answer is given: however often the answers are sent, they count once. */
  readonly submissionKey: string;
  readonly questionnaireVersion: number;
  readonly answers: Record<string, unknown>;
  readonly page: number;
  readonly pageSeconds: readonly number[];
  /** The body being sent, so that a repetition says the same to the letter. */
  readonly body: string | null;
}

/** Where the draft of a study is; each study has its own, and nothing links them. */
const placeOf = (study: string): string => `dingxin-draft-${study}`;

/** The draft on this device; `null` when there is none, it is of another version, or the browser keeps nothing. */
export function readDraft(study: string, questionnaireVersion: number): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(study)) ?? "null") as Draft | null;
    return kept?.questionnaireVersion === questionnaireVersion ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the draft; a browser that keeps nothing loses it with the page, as it would anyway. */
export function keepDraft(study: string, draft: Draft): void {
  try {
    localStorage.setItem(placeOf(study), JSON.stringify(draft));
  } catch {
    // Private windows and full devices refuse; the answers are still in the page.
  }
}

/** Forgets the answers on this device. */
export function forgetDraft(study: string): void {
  try {
    localStorage.removeItem(placeOf(study));
  } catch {
    // Nothing was kept.
  }
}

/** 128 random bits. */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
