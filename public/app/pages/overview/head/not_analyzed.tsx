import { EuiButton } from '@elastic/eui';
import React from 'react';
import type { AnswerOf, getSources } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { settingsPath, useServices } from '../../../basics';
import { AppLink } from '../../../components';
import { weekdayAndDate } from '../../../words';
import { FoundPresets } from './found_presets';
import { usePresets } from './use_presets';
import {
  canReadNothing,
  comparedWords,
  costWords,
  dayFact,
  foundWords,
  type DayFact,
} from './first_words';

type Sources = AnswerOf<typeof getSources>;

interface NotAnalyzedProps {
  readonly day: Day;
  /** The present day in the zone. */
  readonly today: Day;
  readonly sources: Sources | undefined;
  /** The most days that are learned from; undefined until the settings are known. */
  readonly trainingDays: number | undefined;
  /** Whether no day has a result yet. */
  readonly isFirst: boolean;
  readonly onAnalyze: () => void;
  /** Called when the settings were changed here. */
  readonly onSettings: () => void;
}

function titleWords(isFirst: boolean): string {
  return isFirst
    ? translate('logwave.first.title', { defaultMessage: 'No day has been analyzed yet' })
    : translate('logwave.notAnalyzed.title', { defaultMessage: 'This day has not been analyzed' });
}

type FactsProps = Omit<NotAnalyzedProps, 'sources' | 'onAnalyze' | 'onSettings'> & {
  readonly sources: Sources;
  readonly fact: DayFact;
};

function Facts({ day, sources, trainingDays, isFirst, fact }: FactsProps) {
  const hasLogs = sources.days_with_logs.length > 0;
  const training = hasLogs && fact.isComparable ? trainingDays : undefined;
  return (
    <>
      {(isFirst || !hasLogs) && <p>{foundWords(sources)}</p>}
      {hasLogs && !(isFirst && fact.isComparable) && <p>{fact.words}</p>}
      {training !== undefined && <p>{comparedWords(day, sources, training)}</p>}
      {training !== undefined && <p className="lwSub">{costWords(day, sources, training)}</p>}
    </>
  );
}

/** Which presets fit: checked only if no day has a result. */
function Presets({ day, onSettings }: Pick<NotAnalyzedProps, 'day' | 'onSettings'>) {
  return <FoundPresets {...usePresets(day, onSettings)} />;
}

/** A day without a result: what is available, and how to get a result. */
export function NotAnalyzed(props: NotAnalyzedProps) {
  const { day, today, sources, isFirst, onAnalyze } = props;
  const fact = dayFact(day, today, sources);
  const { may } = useServices();
  // Logs may be older than the checked range. The button for a run stays, but it is not the primary
  // one.
  const hasNothing = sources !== undefined && !fact.isComparable;
  const canAnalyze = fact.canAnalyze && !(sources !== undefined && canReadNothing(sources));
  return (
    <section className="lwNotice" data-test-subj="logwaveNotAnalyzed">
      <h2>{titleWords(isFirst)}</h2>
      {sources !== undefined && <Facts {...props} sources={sources} fact={fact} />}
      {isFirst && <Presets day={day} onSettings={props.onSettings} />}
      <p className="lwButtons">
        {may.run && canAnalyze && (
          <EuiButton
            {...(hasNothing ? { color: 'text' } : { fill: true })}
            size="s"
            onClick={onAnalyze}
            data-test-subj="logwaveAnalyzeFirst"
          >
            {translate('logwave.first.analyze', {
              defaultMessage: 'Analyze {day}',
              values: { day: weekdayAndDate(day) },
            })}
          </EuiButton>
        )}
        {may.manage && (
          <AppLink to={settingsPath()}>
            {translate('logwave.first.change', { defaultMessage: 'Change sources' })}
          </AppLink>
        )}
      </p>
    </section>
  );
}
