/** A number as it was typed. A text that is not a number stays a text, which the validator refuses. */
export function numberOf(text: string): unknown {
  const trimmed = text.trim();
  return trimmed === '' || Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

/** A number as a text for a field; empty if there is none. */
export function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
