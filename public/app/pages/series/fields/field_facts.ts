import { translate } from '../../../../i18n';
import { plainField, type TopField } from './sample_lines';
import { countWords } from '../../../words';

/** More values than these, each of one event, are counted instead of listed. */
const MOST_SINGLE = 3;

/**
 * Whether the values of a field are worth a table: several, and not a different one in each event.
 */
export function hasTable({ values }: TopField): boolean {
  if (values.length <= MOST_SINGLE) return values.length > 1;
  return values.some(({ today, usual }) => today > 1 || usual > 1);
}

/** "48", or "about 1,200" of an estimate, which has two digits at most. */
function differentWords({ count, is_exact: isExact }: TopField['different']): string {
  if (isExact) return countWords(count);
  return translate('logwave.fields.about', {
    defaultMessage: 'about {count}',
    values: { count: countWords(Number(count.toPrecision(2))) },
  });
}

/**
 * The sentence for a field without a table: "host: all 37 events have files1", "source.ip: 9
 * different values in 10 events, 8 of them not seen in the same hour of 31 days".
 *
 * @param events of the hour
 * @param basis the days it is compared with, in words
 */
export function fieldFact(
  { field, different, values }: TopField,
  events: number,
  basis: string,
): string {
  const seen = values.filter(({ today }) => today > 0);
  const [only] = seen;
  const name = plainField(field);
  if (different.count === 1 && only !== undefined) {
    const words = { field: name, value: only.value, count: countWords(only.today) };
    return only.today === events
      ? translate('logwave.fields.all', {
          defaultMessage:
            '{field}: {events, plural, one {the event has {value}} other {all {count} events have {value}}}',
          values: { ...words, events },
        })
      : translate('logwave.fields.one', {
          defaultMessage: '{field}: {count} of the events have {value}',
          values: words,
        });
  }
  const { not_seen: notSeen } = different;
  const counts = { field: name, count: differentWords(different), events: countWords(events) };
  if (notSeen === null) {
    return translate('logwave.fields.manyDifferent', {
      defaultMessage: '{field}: {count} different values in {events} events',
      values: counts,
    });
  }
  return translate('logwave.fields.different', {
    defaultMessage:
      '{field}: {count} different values in {events} events, {fresh} of them not seen in the same hour of {basis}',
    values: { ...counts, fresh: countWords(notSeen), basis },
  });
}
