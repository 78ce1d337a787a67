import { EuiLink } from '@elastic/eui';
import React, { useState, type ReactNode } from 'react';
import { translate } from '../../i18n';
import type { DataTable } from '../../../common/tables';
import { saveCsv } from './save_csv';
import { TableView } from './table_view';

interface ChartSectionProps {
  readonly title: string;
  /** Smaller text after the title. */
  readonly aside?: ReactNode;
  /** The data of the chart; undefined if there is nothing to show. */
  readonly table: DataTable | undefined;
  /** The name of the file to save. */
  readonly fileName: string;
  readonly children: ReactNode;
  readonly 'data-test-subj': string;
}

/** A chart with its title, and its other forms: the same data as a table, or as a file. */
export function ChartSection(props: ChartSectionProps) {
  const { title, aside, table, fileName, children } = props;
  const [isTable, setTable] = useState(false);
  const other = isTable
    ? translate('logwave.chart.asChart', { defaultMessage: 'As chart' })
    : translate('logwave.chart.asTable', { defaultMessage: 'As table' });
  return (
    <section className="lwPart" data-test-subj={props['data-test-subj']}>
      <div className="lwPart-head">
        <h2>
          {title} <small className="lwSub">{aside}</small>
        </h2>
        {table !== undefined && (
          <span className="lwPart-forms">
            <EuiLink
              onClick={() => setTable(!isTable)}
              aria-label={`${other}: ${title}`}
              data-test-subj="logwaveAsTable"
            >
              {other}
            </EuiLink>{' '}
            <EuiLink
              onClick={() => saveCsv(table, fileName)}
              aria-label={`CSV: ${title}`}
              data-test-subj="logwaveCsv"
            >
              CSV
            </EuiLink>
          </span>
        )}
      </div>
      {isTable && table !== undefined ? <TableView table={table} /> : children}
    </section>
  );
}
