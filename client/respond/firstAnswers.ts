/** What was ticked and written in the plain form, by question. The form's values are JSON, so that codes keep their type. */
export function answersInForm(form: HTMLFormElement): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === "radio") {
      if (control.checked) answers[control.name] = JSON.parse(control.value);
    } else if (control instanceof HTMLInputElement && control.type === "checkbox") {
      if (control.checked)
        answers[control.name] = [
          ...((answers[control.name] as unknown[] | undefined) ?? []),
          JSON.parse(control.value),
        ];
    } else if (control instanceof HTMLSelectElement) {
      if (control.value !== "") answers[control.name] = JSON.parse(control.value);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      if (control.value !== "")
        answers[control.name] = control.type === "number" ? Number(control.value) : control.value;
    }
  }
  return answers;
}

/** The question that has the focus; `null` when none has. */
export function questionInFocus(form: HTMLFormElement): string | null {
  const active = document.activeElement;
  return active !== null && form.contains(active) ? active.getAttribute("name") : null;
}
