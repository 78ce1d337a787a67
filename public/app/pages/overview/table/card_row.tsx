import React, { type ReactNode } from 'react';
import { translate } from '../../../../i18n';
import { surpriseLabel, CutName } from '../../../components';
import { surpriseText } from '../../../../../common/charts';
import { ratioToken } from '../../../words';
import { useHour, type OverviewRow } from '../../../rows';
import { RowActions } from './row_actions';
import { countOrUnknown, hasWords, RowJudgment, usualText, Words } from './row_cells';
import { useRowContext } from './row_context';

interface CardRowProps {
  readonly row: OverviewRow;
  readonly isCurrent: boolean;
  /** The day hour by hour. */
  readonly children: ReactNode;
}

/** "287, usual 262", of the day or of the hour under the cursor. */
function Counts({ row }: { readonly row: OverviewRow }) {
  const { cursor } = useRowContext();
  const hour = useHour(cursor);
  const count = hour === undefined ? row.total : (row.today[hour] ?? null);
  return (
    <>
      {translate('logwave.card.counts', {
        defaultMessage: '{count}, usual {usual}',
        values: { count: countOrUnknown(count), usual: usualText(row, hour) },
      })}
    </>
  );
}

/**
 * What the columns of a wide table show: which series it is, how many events, and how surprising.
 */
function CardHead({ row }: { readonly row: OverviewRow }) {
  const { name, code, finding, surprise, isFlagged } = row;
  return (
    <>
      <span className="lwCard-line" title={code === '' ? name : `${name}, ${code}`}>
        <CutName name={name} mayWrap={isFlagged} className="lwNameText" />
        {finding === null ? (
          <span className="lwCard-facts">
            <Counts row={row} />
          </span>
        ) : (
          <span className="lwFlagRatio">{ratioToken(finding)}</span>
        )}
      </span>
      {isFlagged && (
        <span className="lwCard-line lwSub">
          <CutName name={code} mayWrap className="lwCode" />
          <span className="lwCard-facts">
            <Counts row={row} />
            {surprise !== null && (
              <span aria-label={surpriseLabel(surprise)} role="img">
                {' · '}
                {translate('logwave.card.surprise', {
                  defaultMessage: 'surprise {surprise}',
                  values: { surprise: surpriseText(surprise) },
                })}
              </span>
            )}
          </span>
        </span>
      )}
    </>
  );
}

/** A series without room for columns: a card with its name, its day, its words, its links. */
export function CardRow({ row, isCurrent, children }: CardRowProps) {
  return (
    <th scope="row" className="lwCard">
      <RowJudgment row={row} isCurrent={isCurrent} />
      <CardHead row={row} />
      {children}
      {hasWords(row) && (
        <div className="lwWordsBelow">
          <Words row={row} />
        </div>
      )}
      {row.isFlagged && (
        <div className="lwActions">
          <RowActions row={row} isCurrent={isCurrent} />
        </div>
      )}
    </th>
  );
}
