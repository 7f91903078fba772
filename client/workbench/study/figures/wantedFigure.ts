import type { NeedsRequest } from "../../../../server/needs/needsApi.ts";
import type { EstimateKind, Look } from "../../../../server/figures/figuresApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { languages, type Language, type Translated } from "../../../../surveys/language.ts";
import { inLanguage } from "../../../../surveys/localised.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";

/** A look as it is sent: what is left out of a request has its default. */
export type WantedLook =
  | { readonly kind: EstimateKind; readonly request: WantedAnalysis }
  | {
      readonly kind: "slope";
      readonly request: WantedAnalysis;
      readonly periods: Extract<Look, { kind: "slope" }>["periods"];
    }
  | { readonly kind: "quadrant"; readonly request: Partial<NeedsRequest> }
  | (Partial<Extract<Look, { kind: "rumours" }>> & Pick<Extract<Look, { kind: "rumours" }>, "kind" | "claims">);

/** Where a figure of a result is made: the page of figures, with the look and a title in its address. */
export function addressToMake(study: string, look: WantedLook, title: string): string {
  return `/studies/${study}/figures?${new URLSearchParams({ new: JSON.stringify(look), title }).toString()}`;
}

/** The look that an address holds; `null` where it holds none. What it asks for is left to the server to check. */
export function wantedIn(query: URLSearchParams): WantedLook | null {
  try {
    const look: unknown = JSON.parse(query.get("new") ?? "null");
    return typeof look === "object" && look !== null && "kind" in look ? (look as WantedLook) : null;
  } catch {
    return null;
  }
}

/** Kinds that can draw the answer of the same request, the one that was meant first. */
export function kindsFor(look: WantedLook): readonly WantedLook["kind"][] {
  if (look.kind === "rumours" || look.kind === "quadrant" || look.kind === "slope") return [look.kind];
  const { every, by = [], question = "" } = look.request;
  const isScore = question.endsWith("_score");
  const suited: EstimateKind[] =
    every !== undefined
      ? by.length === 1
        ? ["trend", "multiples"]
        : ["trend"]
      : by.length > 0
        ? [isScore ? "bands" : "heat", "dots", "likert", "tiles"]
        : [isScore ? "bands" : "bars", "likert"];
  return [look.kind, ...suited.filter((kind) => kind !== look.kind)];
}

/** A title in both languages: of a question its own words and those of the breakdown, else what the result was called. */
export function titlesFor(look: WantedLook, codebook: Codebook, given: string): Translated {
  const inEach = (language: Language): string => {
    const request = look.kind === "rumours" || look.kind === "quadrant" ? {} : look.request;
    const named = (name: string): string | null => {
      const found = codebook.questions.find(
        (question) => question.name === name || question.variables.some((variable) => variable.name === name),
      );
      return found === undefined ? null : inLanguage(found.title, language);
    };
    const question = request.question === undefined ? null : named(request.question);
    const by = (request.by ?? []).flatMap((name) => named(name) ?? []);
    return [question ?? given, ...by].join(" · ").slice(0, 120);
  };
  return Object.fromEntries(languages.map((language) => [language, inEach(language)])) as Record<Language, string>;
}
