import type { DataTable } from '../../../common/tables';
import { saveText } from './save_text';
import { toCsv } from '../../../common/tables';

/** Lets the browser save a table. @param name of the file, without its ending */
export function saveCsv(table: DataTable, name: string): void {
  saveText({ name: `${name}.csv`, type: 'text/csv', text: toCsv(table) });
}

/** A name that any file system accepts: letters, digits and dashes. */
export function fileName(parts: readonly string[]): string {
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return plain
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 100);
}
