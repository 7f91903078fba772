/** An address of a study under a name of the reader's own. */
export interface SavedView {
  readonly name: string;
  /** From `/studies/` on: path, query and the part behind #. */
  readonly address: string;
}

const most = 50;

/**
 * The views that this browser keeps of a study, in the order they were saved. What cannot be read is as if not there: a
 * browser may keep nothing for us.
 */
export function savedViews(study: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(study)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => isSavedView(each, study)) : [];
  } catch {
    return [];
  }
}

/** Keeps views in place of those before; whether the browser did. */
export function keepViews(study: string, views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(placeOf(study), JSON.stringify(views.slice(-most)));
    return true;
  } catch {
    return false;
  }
}

function placeOf(study: string): string {
  return `dingxin-views-${study}`;
}

/** Whatever else runs at this origin can write here: an address that leads elsewhere is not followed. */
function isSavedView(kept: unknown, study: string): kept is SavedView {
  if (typeof kept !== "object" || kept === null || !("name" in kept) || !("address" in kept)) return false;
  const { name, address } = kept;
  return typeof name === "string" && typeof address === "string" && address.startsWith(`/studies/${study}`);
}
