import { greatest } from '../../../../../common/lists';
import React, { useMemo } from 'react';
import { translate } from '../../../../i18n';
import { decimalWords } from '../../../words';
import { niceTicks } from '../../../../../common/charts';
import { ChartSection } from '../../../tables';
import type { SeriesAnswer, SeriesView } from '../model/series_view';
import { rhythmsTable } from '../model/tables';
import { DotRowSvg } from './dot_row_svg';
import { TicksSvg } from './ticks_svg';
import { arithmeticWords, onlyDescribed, rhythmName } from './rhythm_words';
import { rhythmsOf, type Rhythms } from './rhythms';

interface RhythmsSectionProps {
  readonly answer: SeriesAnswer;
  readonly view: SeriesView;
  readonly fileName: string;
}

const WIDTH = 232;
const HEIGHT = 22;
const MOST_TICKS = 4;

function Rows({ components }: Pick<Rhythms, 'components'>) {
  const most = greatest(components.flatMap(({ today, usual }) => [today, usual]));
  const ticks = niceTicks(most, MOST_TICKS);
  const top = ticks[ticks.length - 1] ?? 1;
  return (
    <table className="lwRhythms">
      <thead>
        <tr>
          <td />
          <td />
          <th scope="col">{translate('logwave.table.today', { defaultMessage: 'this day' })}</th>
          <th scope="col">{translate('logwave.table.usual', { defaultMessage: 'usual' })}</th>
        </tr>
      </thead>
      <tbody>
        {components.map((row) => (
          <tr key={row.component}>
            <th scope="row">{rhythmName(row.component)}</th>
            <td>
              <DotRowSvg row={row} width={WIDTH} height={HEIGHT} top={top} ticks={ticks} />
            </td>
            <td className="lwNumber">{decimalWords(row.today, 2)}</td>
            <td className="lwNumber lwSub">{decimalWords(row.usual, 2)}</td>
          </tr>
        ))}
        <tr aria-hidden="true">
          <td />
          <td>
            <TicksSvg ticks={ticks} width={WIDTH} top={top} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function NoRhythms() {
  return (
    <p className="lwCaption">
      {translate('logwave.rhythms.none', {
        defaultMessage: 'Cycles need all 24 hours of the day, and a usual day to compare with.',
      })}
    </p>
  );
}

/** The shape of the day: how strongly it varies with each period, this day against usual. */
function Shape({ answer, view, fileName }: RhythmsSectionProps) {
  const { assessing, row } = answer;
  const rhythms = useMemo(
    () => rhythmsOf(row.today, view.usual, assessing.talk.depth),
    [row.today, view.usual, assessing.talk.depth],
  );
  const title = translate('logwave.rhythms.title', {
    defaultMessage: 'The shape of the day, as cycles',
  });
  const components = rhythms?.components ?? [];
  const names = components.map(({ component }) => rhythmName(component));
  return (
    <ChartSection
      title={title}
      table={rhythms && rhythmsTable(title, components, names)}
      fileName={`${fileName}-rhythms`}
      data-test-subj="logwaveRhythms"
    >
      {rhythms === undefined ? (
        <NoRhythms />
      ) : (
        <>
          <p className="lwCaption">
            {translate('logwave.rhythms.legend', {
              defaultMessage:
                'How strongly the counts rise and fall in each cycle, in events per hour. Filled: this day. Open: usual.',
            })}
          </p>
          <Rows components={components} />
          <p className="lwCaption" data-test-subj="logwaveArithmetic">
            {arithmeticWords(rhythms)}{' '}
            {onlyDescribed(assessing.method, assessing.talk.difference_limit)}
          </p>
        </>
      )}
    </ChartSection>
  );
}

/**
 * The cycles of the day. They are only shown if they decide, as they do under the talk's method.
 * Under the other, a difference next to its threshold would look like a missed finding.
 */
export function RhythmsSection(props: RhythmsSectionProps) {
  if (props.answer.assessing.method === 'talk') return <Shape {...props} />;
  return (
    <details className="lwDisclosure" data-test-subj="logwaveRhythmsMore">
      <summary>
        {translate('logwave.rhythms.more', {
          defaultMessage: 'Cycles of the day, which do not decide here',
        })}
      </summary>
      <Shape {...props} />
    </details>
  );
}
