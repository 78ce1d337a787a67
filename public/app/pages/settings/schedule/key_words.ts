import type { Schedule } from '../../../../../common/api';
import { dayAt } from '../../../../../common/time';
import { dateWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';

/** Whether the user still exists, for readers who may know. */
function ownerWords({ key }: Schedule): string {
  switch (key?.owner) {
    case 'disabled':
      return translate('logwave.key.disabled', { defaultMessage: ' (disabled)' });
    case 'deleted':
      return translate('logwave.key.deleted', { defaultMessage: ' (deleted)' });
    default:
      return '';
  }
}

/** Whose key the schedule uses, and since when and until when it works; empty if it has none. */
export function keyWords(schedule: Schedule, zone: string): string {
  const { key, user } = schedule;
  if (key === null) return '';
  const date = (instant: string): string => dateWords(dayAt(Date.parse(instant), zone));
  return translate('logwave.key.words', {
    defaultMessage:
      'The schedule uses an API key of {user}{owner}, granted on {from}. The key expires on {to} unless {user} renews it. It is renewed when {user} opens this page and has the rights.',
    values: {
      user: user ?? '',
      owner: ownerWords(schedule),
      from: date(key.granted_at),
      to: date(key.expires_at),
    },
  });
}
