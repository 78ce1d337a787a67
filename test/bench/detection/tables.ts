import { measure, recallWithin, type AssessedCase } from './metrics';

/** What one detector said of all cases. */
export interface Result {
  readonly name: string;
  readonly assessed: readonly AssessedCase[];
}

const MOST_FALSE_ALARMS = 5;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    line(head),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.map(line),
  ];
}

/** How well each detector does on all cases together. */
export function overallTable(results: readonly Result[]): string[] {
  const head = ['method', 'precision', 'recall', 'F1', 'FA/100', 'recall at ≤ 5 FA/100'];
  const rows = results.map(({ name, assessed }) => {
    const { precision, recall, f1, falseAlarmsPer100 } = measure(assessed);
    const within = recallWithin(assessed, MOST_FALSE_ALARMS);
    const shares = [precision, recall, f1].map((share) => share.toFixed(3));
    return [name, ...shares, falseAlarmsPer100.toFixed(1), within.toFixed(3)];
  });
  return table(head, rows);
}

function namesOf(results: readonly Result[], of: 'family' | 'kind'): string[] {
  return [...new Set(results[0]?.assessed.map((assessed) => assessed[of]) ?? [])];
}

/** Event F1 and false alarms per 100 normal days of each detector, by family of series. */
export function familyTable(results: readonly Result[]): string[] {
  const rows = namesOf(results, 'family').map((family) => {
    const cells = results.map(({ assessed }) => {
      const { f1, falseAlarmsPer100 } = measure(assessed.filter((one) => one.family === family));
      return `${f1.toFixed(2)} / ${falseAlarmsPer100.toFixed(1)}`;
    });
    return [family, ...cells];
  });
  return table(['family: F1 / FA/100', ...results.map(({ name }) => name)], rows);
}

/** How many events of each kind each detector finds. */
export function kindTable(results: readonly Result[]): string[] {
  const kinds = namesOf(results, 'kind').filter((kind) => kind !== 'normal');
  const rows = kinds.sort().map((kind) => {
    const ofKind = results.map(({ assessed }) =>
      measure(assessed.filter((one) => one.kind === kind)),
    );
    const events = String(ofKind[0]?.events ?? 0);
    return [kind, events, ...ofKind.map(({ recall }) => recall.toFixed(2))];
  });
  return table(['kind: recall', 'events', ...results.map(({ name }) => name)], rows);
}
