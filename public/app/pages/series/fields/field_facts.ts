import { translate } from '../../../../i18n';
import { plainField, type TopField } from './sample_lines';
import { countWords } from '../../../words';

/** How many values of a field are counted. There may be more. */
const MOST_VALUES = 10;
/** More values than these, each of one event, are counted instead of listed. */
const MOST_SINGLE = 3;

/**
 * Whether the values of a field are worth a table: several, and not a different one in each event.
 */
export function hasTable({ values }: TopField): boolean {
  if (values.length <= MOST_SINGLE) return values.length > 1;
  return values.some(({ today, usual }) => today > 1 || usual > 1);
}

/**
 * The sentence for a field without a table: "host: all 37 events have files1", "source.ip: 9
 * different values in 10 events, 8 of them not seen in the same hour of 31 days".
 *
 * @param events of the hour
 * @param basis the days it is compared with, in words
 */
export function fieldFact({ field, values }: TopField, events: number, basis: string): string {
  const seen = values.filter(({ today }) => today > 0);
  const [only] = seen;
  const name = plainField(field);
  if (seen.length === 1 && only !== undefined) {
    const words = { field: name, value: only.value, count: countWords(only.today) };
    return only.today === events
      ? translate('logwave.fields.all', {
          defaultMessage: '{field}: all {count} events have {value}',
          values: words,
        })
      : translate('logwave.fields.one', {
          defaultMessage: '{field}: {count} of the events have {value}',
          values: words,
        });
  }
  const fresh = seen.filter(({ usual }) => usual === 0).length;
  const count = seen.length >= MOST_VALUES ? `${seen.length}+` : countWords(seen.length);
  return translate('logwave.fields.different', {
    defaultMessage:
      '{field}: {count} different values in {events} events, {fresh} of them not seen in the same hour of {basis}',
    values: { field: name, count, events: countWords(events), fresh: countWords(fresh), basis },
  });
}
