/** A number as it was typed; a text that is none stays a text, which the validator refuses. */
export function numberOf(text: string): unknown {
  const trimmed = text.trim();
  return trimmed === '' || Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

/** A number as it stands in a field; empty where nothing is said. */
export function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
