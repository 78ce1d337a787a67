import type { Schedule } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { asSentence, momentWords } from '../../../words';

function lastWords({ last_run: last }: Schedule, zone: string): string {
  if (last === null) return '';
  const values = { moment: momentWords(last.at, zone), words: asSentence(last.words) };
  if (last.outcome === 'failed' || last.outcome === 'refused') {
    return translate('logwave.schedule.lastFailed', {
      defaultMessage: 'The last run failed, {moment}: {words}',
      values,
    });
  }
  return translate('logwave.schedule.last', {
    defaultMessage: 'Last run {moment}: {words}',
    values,
  });
}

function nextWords({ next_run: next }: Schedule, zone: string): string {
  if (next === null) return '';
  return translate('logwave.schedule.next', {
    defaultMessage: 'Next run {moment}.',
    values: { moment: momentWords(next, zone) },
  });
}

/** The state of the schedule, in sentences. @param zone of the times in the text */
export function scheduleWords(schedule: Schedule, zone: string): string {
  const { enabled, interval, tag, user } = schedule;
  if (!enabled) {
    return translate('logwave.schedule.off', {
      defaultMessage: 'The schedule is off. Logwave analyzes a day only when someone starts it.',
    });
  }
  const on = translate('logwave.schedule.on', {
    defaultMessage: 'The schedule runs every {interval}{user}{tag}.',
    values: {
      interval,
      user:
        user === null
          ? ''
          : translate('logwave.schedule.as', { defaultMessage: ' as {user}', values: { user } }),
      tag: tag
        ? translate('logwave.schedule.tags', { defaultMessage: ', with tagging' })
        : translate('logwave.schedule.noTags', { defaultMessage: ', without tagging' }),
    },
  });
  return [on, lastWords(schedule, zone), nextWords(schedule, zone)]
    .filter((words) => words !== '')
    .join(' ');
}

/** A message that the schedule was changed. */
export function changedWords({ enabled }: Pick<Schedule, 'enabled'>): string {
  return enabled
    ? translate('logwave.toast.scheduleOn', { defaultMessage: 'The schedule is on.' })
    : translate('logwave.toast.scheduleOff', { defaultMessage: 'The schedule is off.' });
}
