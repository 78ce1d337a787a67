import React from 'react';
import { verdictWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { CutName } from '../../../components';
import { JudgeMark, muteWords } from '../../../judging';
import { ratioToken, shortCount } from '../../../words';
import { useHour, type HourCursor, type OverviewRow } from '../../../rows';
import { useRowContext } from './row_context';
import { rowTitle } from './row_words';

interface RowProps {
  readonly row: OverviewRow;
}

/** The longest count that fits into the columns. */
const LONGEST_COUNT = 999999;
const LONGEST_TOP = 99999;
/** Characters of a ratio that fit at its own size: "12.4×", "none". */
const LONGEST_RATIO = 5;

/** A count in the form of its column. */
export function countOrUnknown(count: number | null): string {
  return count === null ? '–' : shortCount(count, LONGEST_COUNT);
}

/** What is usual, of the day or of an hour. */
export function usualText(
  { usual, usualTotal, series }: Pick<OverviewRow, 'usual' | 'usualTotal' | 'series'>,
  hour: number | undefined,
): string {
  if (usualTotal === null || usual === null) {
    // Of a source as a whole it is not known. It is not that nothing is usual.
    if (series === undefined) return countOrUnknown(null);
    return translate('logwave.row.none', { defaultMessage: 'none' });
  }
  return countOrUnknown(hour === undefined ? usualTotal : (usual[hour] ?? null));
}

/** The counts of the tested day and the usual ones: of the day, or of the hour under the cursor. */
export function NumberCells({ row, cursor }: RowProps & { readonly cursor: HourCursor }) {
  const hour = useHour(cursor);
  const today = hour === undefined ? row.total : (row.today[hour] ?? null);
  return (
    <>
      <td className="lwNumber">{countOrUnknown(today)}</td>
      <td className="lwNumber lwSub">{usualText(row, hour)}</td>
    </>
  );
}

/** The sign of the judgment of a finding; none if there is nothing to judge. */
export function RowJudgment({ row, isCurrent }: RowProps & { readonly isCurrent: boolean }) {
  const { onJudge } = useRowContext();
  const { judgment, series, isFlagged } = row;
  if (series === undefined || !(isFlagged || judgment !== null)) return null;
  return (
    <JudgeMark
      judgment={judgment}
      title={rowTitle(row)}
      tabIndex={isCurrent ? 0 : -1}
      onJudge={onJudge && (() => onJudge(row, judgment?.judgment ?? 'expected'))}
    />
  );
}

interface NameCellProps extends RowProps {
  readonly columns: number;
  readonly isCurrent: boolean;
}

/** The row's header: name and code, one below the other if there is room. */
export function NameCell({ row, columns, isCurrent }: NameCellProps) {
  const { name, code, shortCode, finding } = row;
  return (
    <th
      scope="row"
      colSpan={columns}
      className="lwName"
      title={code === '' ? name : `${name}, ${code}`}
    >
      <RowJudgment row={row} isCurrent={isCurrent} />
      <CutName
        name={name}
        mayWrap={row.isFlagged}
        className={code === '' && finding === null ? 'lwNameText lwNameText-wide' : 'lwNameText'}
      />
      {code !== '' && (
        <CutName
          name={finding === null ? shortCode : code}
          mayWrap={row.isFlagged}
          className="lwCode"
        />
      )}
    </th>
  );
}

/** Whether a row has a sentence. */
export function hasWords({ finding, reason, isAssessed }: OverviewRow): boolean {
  return finding !== null || (isAssessed && reason !== null);
}

/** A range of counts, "1,734–1,753". */
const RANGE = /(\d[\d,]*–\d[\d,]*)/;

/** A sentence whose ranges stand on one line each. */
function UnbrokenRanges({ text }: { readonly text: string }) {
  const parts = text.split(RANGE).map((part, place) => ({ part, place }));
  return (
    <>
      {parts.map(({ part, place }) =>
        place % 2 === 0 ? (
          part
        ) : (
          <span key={place} className="lwNoWrap">
            {part}
          </span>
        ),
      )}
    </>
  );
}

/** The verdict and its sentence, or why there is none. */
export function Words({ row }: RowProps) {
  const { finding, reason } = row;
  // The reason why series were not assessed is shown once, above all of its source.
  if (finding === null) return <>{hasWords(row) ? reason : null}</>;
  return (
    <>
      <b className="lwFlagWord">{verdictWords(finding.verdict)}</b>{' '}
      <UnbrokenRanges text={finding.explained} />
      {row.mute !== null && <span className="lwSub"> ({muteWords(row.mute)})</span>}
    </>
  );
}

/** The count that the sparkline reaches at its top. */
export function TopCell({ row }: RowProps) {
  return <td className="lwNumber lwTop">{shortCount(row.top, LONGEST_TOP)}</td>;
}

/** The change of the finding, such as "3.6×". */
export function RatioCell({ row: { finding } }: RowProps) {
  const token = finding === null ? '' : ratioToken(finding);
  const size = token.length > LONGEST_RATIO ? ' lwFlagRatio-long' : '';
  return <td className={`lwNumber lwFlagRatio${size}`}>{token}</td>;
}
