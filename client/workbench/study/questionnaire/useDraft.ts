import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Draft } from "../../../../server/drafts/draftsApi.ts";
import type { Declaration } from "../../../../surveys/revision/definitionChange.ts";
import { ask } from "../../api.ts";
import { useReader } from "../../reader.ts";
import { createDraftDesk, type DraftDesk, type DraftShown } from "./draftDesk.ts";

/** The draft of a study as it is written on this page, kept on the server as it grows. */
export interface Drafting extends DraftShown, Pick<DraftDesk, "keep" | "reload" | "insist"> {
  /** What stands on the page just now, kept or not. */
  readonly textNow: () => string | undefined;
  readonly write: (text: string) => void;
  readonly declare: (changes: readonly string[], declaration: Declaration) => void;
  /** Has the draft follow another version. */
  readonly follow: (version: number) => void;
}

/** Reads the draft of a study and keeps what is written. */
export function useDraft(study: string): Drafting {
  const { language } = useReader();
  const spoken = useRef(language);
  spoken.current = language;
  const [shown, setShown] = useState<DraftShown>({ draft: null, declared: {}, isKept: true, refusal: null });
  const desk = useMemo(
    () =>
      createDraftDesk(
        (wanted) => ask<Draft>(`/api/studies/${study}/draft`, { ...wanted, language: spoken.current }),
        (change) => {
          setShown((before) => ({ ...before, ...change }));
        },
      ),
    [study],
  );
  useEffect(() => {
    void desk.reload();
    return () => void desk.keep();
  }, [desk]);
  useWarning(!shown.isKept);
  return {
    ...shown,
    keep: desk.keep,
    reload: desk.reload,
    insist: desk.insist,
    textNow: () => desk.content()?.text,
    write: (text) => {
      if (text !== desk.content()?.text) desk.change({ text });
    },
    declare: (changes, declaration) => {
      const said = Object.fromEntries(changes.map((each) => [each, declaration]));
      desk.change({ declared: { ...desk.content()?.declared, ...said } });
    },
    follow: (basedOn) => {
      desk.change({ basedOn });
    },
  };
}

/** Has the browser ask before the page is left with something that is not kept. */
function useWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
    };
  }, [isNeeded]);
}
