import React from 'react';
import type { Cell, DataTable } from '../../../common/tables';
import { countWords } from '../words';

/** A number for reading: whole with separators, else with its digits, four at most. */
function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell)) return countWords(cell).replace('-', '−');
  return String(Number(cell.toPrecision(4))).replace('-', '−');
}

/** A table with the data of a chart, shown instead of it. */
export function TableView({ table }: { readonly table: DataTable }) {
  const { caption, columns, rows } = table;
  const isNumber = (at: number): boolean => rows.some((row) => typeof row[at] === 'number');
  return (
    <div className="lwTwin" tabIndex={0} role="region" aria-label={caption}>
      <table data-test-subj="logwaveTable">
        <caption className="lwHidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={`${at} ${column}`} scope="col" className={isNumber(at) ? 'lwNumber' : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head = null, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{cellText(head)}</th>
              {cells.map((cell, place) => (
                <td key={place} className={typeof cell === 'string' ? '' : 'lwNumber'}>
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
