import React, { type Ref } from 'react';
import { STRIP_DAYS } from '../../../../../common/api';
import { addDays } from '../../../../../common/time';
import { clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { hourAxis, hourScale } from '../../../../../common/charts';
import { HourAxisSvg, SurpriseAxisSvg } from '../../../components';
import { shortDay } from '../../../words';
import { useHour } from '../../../rows';
import { useRowContext } from './row_context';

/** The head of a column of numbers, with a tooltip that explains it. */
function NumberHead({ name, meaning }: { readonly name: string; readonly meaning: string }) {
  return (
    <th scope="col" className="lwNumber" title={meaning}>
      {name}
    </th>
  );
}

/** The columns of this day and of usual: of the day or of the hour under the cursor. */
function NumberHeads() {
  const { cursor } = useRowContext();
  const hour = useHour(cursor);
  const at =
    hour === undefined
      ? ''
      : translate('logwave.head.atHour', {
          defaultMessage: 'at {hour}',
          values: { hour: clockWords(hour) },
        });
  return (
    <>
      <th scope="col" className="lwNumber">
        {translate('logwave.head.today', { defaultMessage: 'This day' })}
        {at !== '' && <span className="lwAtHour">{at}</span>}
      </th>
      <th scope="col" className="lwNumber">
        {translate('logwave.head.usual', { defaultMessage: 'Usual' })}
      </th>
    </>
  );
}

function SurpriseHead() {
  const { layout, surpriseEnd } = useRowContext();
  const name = translate('logwave.head.surprise', { defaultMessage: 'Surprise' });
  const meaning = translate('logwave.head.surpriseMeans', {
    defaultMessage:
      'How unusual the series is, on a logarithmic axis. From 1 on, the threshold, it is a finding.',
  });
  if (layout.isSurpriseNumber) return <NumberHead name={name} meaning={meaning} />;
  return (
    <th scope="col" className="lwSurpriseCell" title={meaning}>
      <span className="lwHeadText">{name}</span>
      <SurpriseAxisSvg end={surpriseEnd} />
    </th>
  );
}

function StripHead() {
  const { head } = useRowContext();
  return (
    <th
      scope="col"
      className="lwStripCell"
      title={translate('logwave.head.stripMeans', {
        defaultMessage: 'A dot for each day with a finding',
      })}
    >
      <span className="lwHeadText">
        {translate('logwave.head.strip', { defaultMessage: '31 days' })}
      </span>
      <span className="lwStripDays">
        <span>{shortDay(addDays(head.day, 1 - STRIP_DAYS))}</span>
        <span>{shortDay(head.day)}</span>
      </span>
    </th>
  );
}

/** The head of the table, with the axis of hours that all rows share. */
export function TableHead({ axisRef }: { readonly axisRef: Ref<HTMLDivElement> }) {
  const { layout, lengths } = useRowContext();
  const series = translate('logwave.head.series', { defaultMessage: 'Series' });
  const axis = (
    <div ref={axisRef}>
      <HourAxisSvg axis={hourAxis(hourScale(layout.hour), 'above', lengths)} />
    </div>
  );
  if (layout.isCard) {
    return (
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="lwAxisCell">
            <span className="lwHidden">{series}</span>
            {axis}
          </th>
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" colSpan={layout.code === 0 ? 1 : 2}>
          {series}
        </th>
        <NumberHeads />
        <td />
        <th scope="col" className="lwAxisCell">
          <span className="lwHidden">
            {translate('logwave.head.hours', { defaultMessage: 'The day hour by hour' })}
          </span>
          {axis}
        </th>
        {layout.top > 0 && (
          <NumberHead
            name={translate('logwave.head.top', { defaultMessage: 'Max' })}
            meaning={translate('logwave.head.topMeans', {
              defaultMessage: 'The count at the top of the row’s chart',
            })}
          />
        )}
        <SurpriseHead />
        {layout.strip > 0 && <StripHead />}
        <NumberHead
          name={translate('logwave.head.ratio', { defaultMessage: 'Ratio' })}
          meaning={translate('logwave.head.ratioMeans', {
            defaultMessage:
              'The most unusual stretch: its events as a multiple of the usual count; “from 0” where less than one event is usual',
          })}
        />
        <td />
        {layout.words > 0 && (
          <th scope="col">{translate('logwave.head.words', { defaultMessage: 'In words' })}</th>
        )}
        <th scope="col">
          <span className="lwHidden">
            {translate('logwave.head.actions', { defaultMessage: 'Actions' })}
          </span>
        </th>
      </tr>
    </thead>
  );
}
