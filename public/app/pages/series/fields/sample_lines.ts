import type { AnswerOf, getDocuments, getTopFields } from '../../../../../common/api';
export type TopField = AnswerOf<typeof getTopFields>['fields'][number];
export type LogDocument = AnswerOf<typeof getDocuments>['documents'][number];

/** A line that stands for others. */
export interface SampleLine {
  readonly document: LogDocument;
  /** Its value of the field that distinguishes the lines; undefined if it has none. */
  readonly value: string | undefined;
}

const KEYWORD = /\.keyword$/;

/** The field as documents have it, without the sub-field that is used for counting. */
export function plainField(field: string): string {
  return field.replace(KEYWORD, '');
}

function valueIn(document: LogDocument, field: string | undefined): string | undefined {
  return document.fields.find(([name]) => name === field)?.[1];
}

/**
 * A few lines that stand for the others: the first of each value of the field that changed most,
 * the value that changed most first; then others. They are in the order of time.
 *
 * @param most how many
 */
export function sampleLines(
  documents: readonly LogDocument[],
  field: TopField | undefined,
  most: number,
): SampleLine[] {
  const name = field && plainField(field.field);
  const lines = documents.map((document) => ({ document, value: valueIn(document, name) }));
  const firstOf = (field?.values ?? []).flatMap(
    ({ value }) => lines.find((line) => line.value === value) ?? [],
  );
  const chosen = [...new Set([...firstOf, ...lines])].slice(0, most);
  return chosen.sort((a, b) => a.document.time.localeCompare(b.document.time));
}
