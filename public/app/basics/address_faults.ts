import { isDay } from '../../../common/time';
import { translate } from '../../i18n';

/** The pages whose addresses have parameters, and the others. */
export type PageOfAddress = 'day' | 'series' | 'documents' | 'month' | 'other';

/** A parameter that the page cannot use as it is. */
export interface AddressFault {
  readonly name: string;
  /** A sentence that names the parameter, and says how it is written. */
  readonly words: string;
}

/** Whether a value is well written, and how it is written. */
interface Parameter {
  readonly isGood: (value: string) => boolean;
  readonly form: () => string;
}

const HOUR = /^([01]?\d|2[0-3])$/;
/** Parameters of the host around the page, such as Kibana's. */
const FOREIGN = /^(?:_|embed$|show-|hide-|auth_)/;

function anyText(): Parameter {
  return { isGood: () => true, form: () => '' };
}

function oneOf(name: string, values: readonly string[]): Parameter {
  const forms = values.map((value) => `${name}=${value}`);
  return {
    isGood: (value) => values.includes(value),
    form: () =>
      forms.length === 1
        ? translate('logwave.address.only', {
            defaultMessage: 'Write {form}, or leave it out.',
            values: { form: forms.join('') },
          })
        : translate('logwave.address.either', {
            defaultMessage: 'Write {form}.',
            values: { form: forms.join(' or ') },
          }),
  };
}

const VIEW: Readonly<Record<string, Parameter>> = {
  filter: anyText(),
  scale: oneOf('scale', ['row', 'common']),
  rows: oneOf('rows', ['compact', 'comfortable']),
  quiet: oneOf('quiet', ['folded']),
};
const SERIES = { ...VIEW, source: anyText(), subtype: anyText() };

const HOURS: Parameter = {
  isGood: (value) => value.split(',').every((part) => HOUR.test(part)),
  form: () =>
    translate('logwave.address.hours', {
      defaultMessage: 'Write hours from 0 to 23, as in hours=10,15.',
    }),
};
const WITHOUT: Parameter = {
  isGood: (value) => value === '' || value.split(',').every(isDay),
  form: () =>
    translate('logwave.address.without', {
      defaultMessage: 'Write days, as in without=2026-01-30,2026-01-31.',
    }),
};

const PARAMETERS: Readonly<Record<PageOfAddress, Readonly<Record<string, Parameter>>>> = {
  day: VIEW,
  series: { ...SERIES, without: WITHOUT },
  documents: { ...SERIES, hours: HOURS, order: oneOf('order', ['oldest', 'latest']) },
  month: { filter: anyText() },
  other: {},
};

function wordsOn(name: string, values: readonly string[], known: Parameter | undefined) {
  const [value = ''] = values;
  const about = { parameter: `${name}=${value}` };
  if (known === undefined) {
    return translate('logwave.address.unknown', {
      defaultMessage: 'The address has {parameter}, but this page has no such parameter.',
      values: about,
    });
  }
  if (values.length > 1) {
    return translate('logwave.address.twice', {
      defaultMessage: 'The address has {name} more than once. Only {parameter} is used.',
      values: { ...about, name },
    });
  }
  if (known.isGood(value)) return undefined;
  return translate('logwave.address.wrong', {
    defaultMessage: 'The address has {parameter}, which cannot be used. {form}',
    values: { ...about, form: known.form() },
  });
}

/**
 * What a page cannot use of its address: parameters that it does not have, that are there twice, or
 * that are written wrongly. Nothing of an address is dropped without a word.
 */
export function addressFaults(search: string, page: PageOfAddress): AddressFault[] {
  const params = new URLSearchParams(search);
  const known = new Map(Object.entries(PARAMETERS[page]));
  const names = [...new Set(params.keys())].filter((name) => !FOREIGN.test(name));
  return names.flatMap((name) => {
    const words = wordsOn(name, params.getAll(name), known.get(name));
    return words === undefined ? [] : [{ name, words }];
  });
}
