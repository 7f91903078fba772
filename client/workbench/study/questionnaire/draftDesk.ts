import type { Draft, DraftContent } from "../../../../server/drafts/draftsApi.ts";
import type { Reply, Refusal, Wanted } from "../../api.ts";

/** What is known of a draft on this page. */
export interface DraftShown {
  /** As the server last saw it; `null` while it is on its way. */
  readonly draft: Draft | null;
  readonly declared: DraftContent["declared"];
  /** Whether the server has all that was written here. */
  readonly isKept: boolean;
  readonly refusal: Refusal | null;
}

/** Reads and writes the draft of a study at its address. */
export type AskDraft = (wanted: Omit<Wanted, "language">) => Promise<Reply<Draft>>;

/** A draft as it is written on a page. */
export type DraftDesk = ReturnType<typeof createDraftDesk>;

const quietMs = 600;

/** What stands on the page, and how much of it the server has. */
interface Desk {
  readonly askDraft: AskDraft;
  readonly onShown: (change: Partial<DraftShown>) => void;
  content: DraftContent | null;
  edits: number;
  keptEdits: number;
  isSending: boolean;
  timer: number;
}

/** Keeps what is written on the server: one request at a time, a moment after the last key. */
export function createDraftDesk(askDraft: AskDraft, onShown: (change: Partial<DraftShown>) => void) {
  const desk: Desk = { askDraft, onShown, content: null, edits: 0, keptEdits: 0, isSending: false, timer: 0 };
  return {
    /** What stands here, kept or not. */
    content: () => desk.content,

    /** Keeps at once what is not kept yet. */
    keep: () => keep(desk),

    /** Reads what the server has, forgetting what is not kept. */
    reload: async (): Promise<void> => {
      clearTimeout(desk.timer);
      take(desk, await askDraft({}));
    },

    /** Keeps what stands here in place of whatever the server has by now. */
    insist: async (): Promise<void> => {
      const reply = await askDraft({});
      if (!reply.ok) onShown({ refusal: reply.refusal });
      else if (desk.content !== null) {
        desk.content = { ...desk.content, revision: reply.answer.revision };
        await keep(desk);
      }
    },

    /** Changes the draft here; it is kept in a moment. */
    change: (part: Partial<Omit<DraftContent, "revision">>): void => {
      if (desk.content === null) return;
      desk.content = { ...desk.content, ...part };
      desk.edits += 1;
      onShown({ declared: desk.content.declared, isKept: false });
      clearTimeout(desk.timer);
      desk.timer = window.setTimeout(() => void keep(desk), quietMs);
    },
  };
}

function take(desk: Desk, reply: Reply<Draft>): void {
  if (!reply.ok) {
    desk.onShown({ refusal: reply.refusal });
    return;
  }
  const { text, basedOn, declared, revision } = reply.answer;
  desk.content = { text, basedOn, declared, revision };
  desk.keptEdits = desk.edits;
  desk.onShown({ draft: reply.answer, declared, isKept: true, refusal: null });
}

async function keep(desk: Desk): Promise<void> {
  clearTimeout(desk.timer);
  if (desk.content === null || desk.isSending || desk.edits === desk.keptEdits) return;
  const sent = desk.edits;
  desk.isSending = true;
  const reply = await desk.askDraft({ method: "PUT", body: desk.content });
  desk.isSending = false;
  if (!reply.ok) {
    desk.onShown({ refusal: reply.refusal });
    return;
  }
  desk.content = { ...desk.content, revision: reply.answer.revision };
  desk.keptEdits = sent;
  desk.onShown({ draft: reply.answer, isKept: sent === desk.edits, refusal: null });
  await keep(desk);
}
