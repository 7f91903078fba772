import { button, element } from "./elements.ts";
import type { Texts } from "./texts.ts";

/** A question without an answer, and the way to it. */
export interface Unanswered {
  readonly title: string;
  readonly isRequired: boolean;
  readonly open: () => void;
}

/** Shows what is missing before the answers are sent. */
export function reviewView(
  unanswered: readonly Unanswered[],
  texts: Texts,
  { onSend, onBack }: { onSend: () => void; onBack: () => void },
): HTMLElement {
  const links = unanswered.map(({ title, isRequired, open }) =>
    element("li", {}, button(isRequired ? `${title} (${texts("required")})` : title, open, "link")),
  );
  const isBlocked = unanswered.some(({ isRequired }) => isRequired);
  return element(
    "section",
    { class: "card review", "aria-labelledby": "review-title" },
    element("h2", { id: "review-title", tabindex: "-1" }, texts("reviewTitle")),
    element("p", {}, texts(unanswered.length > 0 ? "reviewSome" : "reviewNone")),
    links.length > 0 ? element("ul", {}, ...links) : null,
    element(
      "div",
      { class: "actions" },
      isBlocked ? null : button(texts("send"), onSend),
      button(texts("back"), onBack, "button plain"),
    ),
  );
}

/** Says that sending is under way, or, with `tryNow`, that it has not gone through yet. */
export function sendingView(texts: Texts, tryNow: (() => void) | null): HTMLElement {
  if (tryNow === null) return element("section", { class: "card", role: "status" }, element("p", {}, texts("sending")));
  return element(
    "section",
    { class: "card", role: "alert" },
    element("p", { class: "warn" }, texts("notSentYet")),
    element("div", { class: "actions" }, button(texts("tryNow"), tryNow)),
  );
}

/**
 * Thanks, and hands over the receipt.
 *
 * @param words HTML of the questionnaire; the server fields only what is on its short list of elements. Empty for none.
 */
export function thankYouView(receipt: string, texts: Texts, words: string): HTMLElement {
  const completed = words === "" ? null : element("div", { class: "note" });
  if (completed !== null) completed.innerHTML = words;
  return element(
    "section",
    { class: "thanks" },
    element("div", { class: "card" }, element("h2", { tabindex: "-1" }, texts("thanks")), completed),
    element(
      "div",
      { class: "card" },
      element("h2", {}, texts("receipt")),
      element("p", { class: "receipt", id: "receipt" }, receipt),
      element("p", { class: "quiet" }, texts("receiptNote")),
      copyAction(receipt, texts),
    ),
  );
}

/** A button that copies; `null` where the browser lets no page copy, as without https. */
function copyAction(receipt: string, texts: Texts): HTMLElement | null {
  if (!("clipboard" in navigator)) return null;
  const copied = element("span", { role: "status", class: "quiet" });
  const copy = (): void => {
    void navigator.clipboard.writeText(receipt).then(() => {
      copied.textContent = texts("copied");
    });
  };
  return element("div", { class: "actions" }, button(texts("copy"), copy, "button plain"), copied);
}

/** Says what the server would not take; each line leads to its question. */
export function refusedView(
  title: string,
  faults: readonly { message: string; question: string | null; open: () => void }[],
  texts: Texts,
): HTMLElement {
  const lines = faults.map(({ message, question, open }) =>
    element("li", {}, question === null ? message : button(`${question}: ${message}`, open, "link")),
  );
  return element(
    "section",
    { class: "card", role: "alert" },
    element("h2", {}, title),
    element("p", {}, texts("refused")),
    element("ul", {}, ...lines),
  );
}
