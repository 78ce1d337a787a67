import type { DataTable } from './data_table';
import { toCsv } from './to_csv';

/** Lets the browser save a table. @param name of the file, without its ending */
export function saveCsv(table: DataTable, name: string): void {
  const url = URL.createObjectURL(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  // The browser has begun to save by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A name that any file system takes: letters, figures and dashes. */
export function fileName(parts: readonly string[]): string {
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return plain
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 100);
}
