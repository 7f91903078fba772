import { unansweredIn } from "./questionnaire.ts";
import { sendOnce, sendUntilAnswered, type Answered } from "./send.ts";
import type { Sitting } from "./sitting.ts";
import type { Stage } from "./stage.ts";
import type { Texts } from "./texts.ts";
import { refusedView, reviewView, sendingView, thankYouView } from "./views.ts";

/** Where answers are handed in. */
export interface Counter {
  readonly sitting: Sitting;
  readonly stage: Stage;
  readonly texts: Texts;
  /** Where answers are posted to. */
  readonly address: string;
}

/** Shows what has no answer; the reader goes there, or sends as it is. */
export function offerToSend(counter: Counter): void {
  const { sitting, stage, texts } = counter;
  const missing = unansweredIn(sitting.model).map((question) => ({
    title: question.processedTitle,
    isRequired: question.isRequired && question.isEmpty(),
    open: () => {
      stage.showQuestions(null);
      stage.openQuestion(question.name);
    },
  }));
  const onSend = (): void => void send(counter, sitting.seal());
  const onBack = (): void => {
    stage.showQuestions(null);
  };
  stage.show(reviewView(missing, texts, { onSend, onBack }));
}

/** Sends what was sealed until it is known to have arrived, or was refused. */
export async function send({ sitting, stage, texts, address }: Counter, body: string): Promise<void> {
  stage.show(sendingView(texts, null));
  const key = sitting.submissionKey();
  const outcome = await sendUntilAnswered(
    () => sendOnce(address, body, key),
    (tryNow) => {
      stage.show(sendingView(texts, tryNow));
    },
  );
  if (outcome.kind === "received") finish({ sitting, stage, texts }, outcome.receipt);
  else showRefusal({ sitting, stage, texts }, outcome);
}

type Parts = Omit<Counter, "address">;

function finish({ sitting, stage, texts }: Parts, receipt: string): void {
  // Chosen by the answers, so it is read before they are forgotten.
  const words = sitting.model.renderedCompletedHtml;
  sitting.forget();
  stage.end(thankYouView(receipt, texts, words));
}

/** Says what would not be taken, above the questions and beside each. */
function showRefusal(
  { sitting, stage, texts }: Parts,
  { title, faults }: Extract<Answered, { kind: "refused" }>,
): void {
  sitting.unseal();
  const lines = faults.map(({ field, message }) => {
    const [, name = ""] = /^answers\.([^.[]+?)(?:-Comment)?(?:[.[]|$)/.exec(field) ?? [];
    const question = sitting.model.getAllQuestions().find((candidate) => candidate.name === name);
    question?.addError(message);
    const open = (): void => {
      stage.openQuestion(name);
    };
    return { message, question: question?.processedTitle ?? null, open };
  });
  stage.showQuestions(refusedView(title, lines, texts));
}
