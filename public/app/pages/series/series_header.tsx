import { EuiButton, EuiTitle } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import type { Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import type { SeriesKey } from '../../basics';
import { longDay } from '../../words';
import type { Neighbors } from './model/neighbors';

interface SeriesHeaderProps {
  readonly day: Day;
  readonly name: string;
  /** Empty if the name says the same. */
  readonly code: string;
  /** Undefined until it is known. */
  readonly zone: string | undefined;
  readonly neighbors: Neighbors;
  readonly onGo: (series: SeriesKey) => void;
  /** The link to the documents. */
  readonly children: ReactNode;
}

interface StepProps {
  readonly to: SeriesKey | undefined;
  readonly name: string;
  readonly onGo: (series: SeriesKey) => void;
  readonly children: ReactNode;
}

function Step({ to, name, onGo, children }: StepProps) {
  return (
    <EuiButton
      size="s"
      color="text"
      isDisabled={to === undefined}
      onClick={() => to !== undefined && onGo(to)}
      data-test-subj={name}
    >
      {children}
    </EuiButton>
  );
}

/** Which series it is, and the links to its neighbors. */
export function SeriesHeader(props: SeriesHeaderProps) {
  const { day, name, code, zone, neighbors, onGo, children } = props;
  const when = [longDay(day), zone ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <div className="lwBar lwSeries-bar">
      <EuiTitle size="s" className="lwTitle">
        <h1>
          {name}{' '}
          <small className="lwSub">
            {code === '' ? '' : `${code} · `}
            <span className="lwNoWrap">{when}</span>
          </small>
        </h1>
      </EuiTitle>
      <Step to={neighbors.previous} name="logwavePreviousSeries" onGo={onGo}>
        ‹ {translate('logwave.series.previous', { defaultMessage: 'Previous series' })} <kbd>k</kbd>
      </Step>
      <Step to={neighbors.next} name="logwaveNextSeries" onGo={onGo}>
        {translate('logwave.series.next', { defaultMessage: 'Next series' })} <kbd>j</kbd> ›
      </Step>
      <span className="lwNoWrap lwSeries-documents">{children}</span>
    </div>
  );
}
