import React from 'react';
import { translate } from '../../../../i18n';
import {
  notAssessedCount,
  type IncidentRows,
  type NotAssessed,
  type OverviewRow,
  type OverviewRows,
} from '../../../rows';
import { useRowContext } from './row_context';
import { SECTION_HEIGHT } from './row_heights';
import { columnCount } from './table_columns';
import { countWords } from '../../../words';

interface SectionRowProps {
  readonly bold: string;
  readonly rest: string;
  readonly ariaIndex: number;
  /** Whether the rows below are folded away; undefined if they cannot be. */
  readonly isFolded?: boolean | undefined;
  readonly onFold?: () => void;
  readonly subject?: string;
  readonly className?: string;
}

/** The words of the line before the quiet rows. */
export function quietWords(rows: readonly OverviewRow[]): Pick<SectionRowProps, 'bold' | 'rest'> {
  const count = countWords(rows.length);
  const below = rows.filter(({ reason }) => reason !== null).length;
  if (below === 0) {
    const bold = translate('logwave.section.quiet', {
      defaultMessage: '{count} series as usual',
      values: { count },
    });
    return { bold, rest: '' };
  }
  return {
    bold: translate('logwave.section.noFinding', {
      defaultMessage: '{count} series without a finding',
      values: { count },
    }),
    rest: translate('logwave.section.below', {
      defaultMessage: ', {count} of them unusual, but below a minimum',
      values: { count: countWords(below) },
    }),
  };
}

/** The words of the line before the series that were not assessed. */
export function notAssessedWords(rows: OverviewRows): Pick<SectionRowProps, 'bold' | 'rest'> {
  const bold = translate('logwave.section.notAssessed', {
    defaultMessage: '{count} series not assessed',
    values: { count: countWords(notAssessedCount(rows)) },
  });
  return { bold, rest: '' };
}

/** The words for series of one source that were not assessed. Only this line has the reason. */
export function groupWords(
  { rows, reason }: NotAssessed,
  name: string,
): Pick<SectionRowProps, 'bold' | 'rest'> {
  const rest = translate('logwave.section.group', {
    defaultMessage: ': {count} series. {reason}',
    values: { count: countWords(rows.length), reason },
  });
  return { bold: name, rest };
}

/** The words of the line that folds the other views of an incident: how many, and which. */
export function viewsWords({ views }: IncidentRows): Pick<SectionRowProps, 'bold' | 'rest'> {
  const values = { count: countWords(views.length) };
  const bold =
    views.length === 1
      ? translate('logwave.section.view', { defaultMessage: '1 more view of this incident' })
      : translate('logwave.section.views', {
          defaultMessage: '{count} more views of this incident',
          values,
        });
  return { bold, rest: `: ${views.map(({ name }) => name).join(', ')}` };
}

/** A line between rows. It may fold away the rows below. */
export function SectionRow(props: SectionRowProps) {
  const { bold, rest, ariaIndex, isFolded, onFold, subject, className = '' } = props;
  const { layout } = useRowContext();
  const before = layout.isCard ? 1 : (layout.code === 0 ? 5 : 6) + (layout.top > 0 ? 1 : 0);
  const after = columnCount(layout) - before - 1;
  const words = (
    <>
      <b>{bold}</b>
      {rest}
    </>
  );
  return (
    <tr
      className={`lwSection ${className}`}
      aria-rowindex={ariaIndex}
      style={{ height: SECTION_HEIGHT }}
    >
      <td colSpan={before} title={`${bold}${rest}`}>
        {isFolded === undefined ? (
          words
        ) : (
          <button type="button" aria-expanded={!isFolded} onClick={onFold} data-test-subj={subject}>
            <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span> {words}
          </button>
        )}
      </td>
      {!layout.isCard && (
        <>
          <td className={layout.isSurpriseNumber ? undefined : 'lwSurpriseCell'} />
          <td colSpan={after} />
        </>
      )}
    </tr>
  );
}
