import { translate } from '../../../../i18n';
import type { SourceDraft } from '../draft/source_draft';

/** A field of a source that is a text. */
export interface SourceField {
  readonly key: Exclude<
    keyof SourceDraft,
    'names' | 'filter' | 'enabled' | 'floors' | 'origin' | 'data_view'
  >;
  /** Its path within the source. */
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly maxLength: number;
}

function idField(): SourceField {
  return {
    key: 'id',
    path: 'id',
    label: translate('logwave.source.id', { defaultMessage: 'ID' }),
    help: translate('logwave.source.idHelp', {
      defaultMessage:
        'A short name that never changes, such as dns. It is stored with each finding.',
    }),
    maxLength: 64,
  };
}

function indexField(): SourceField {
  return {
    key: 'index',
    path: 'index',
    label: translate('logwave.source.index', { defaultMessage: 'Indices' }),
    help: translate('logwave.source.indexHelp', {
      defaultMessage: 'Names or patterns, separated by commas, such as logs-dns-*.',
    }),
    maxLength: 1000,
  };
}

function subtypeField(): SourceField {
  return {
    key: 'subtype_fields',
    path: 'subtype_fields',
    label: translate('logwave.source.subtype', { defaultMessage: 'Subtype fields' }),
    help: translate('logwave.source.subtypeHelp', {
      defaultMessage:
        'Each value of this field is a series. You can name up to three fields, separated by commas.',
    }),
    maxLength: 800,
  };
}

function tagField(): SourceField {
  return {
    key: 'tag',
    path: 'tag',
    label: translate('logwave.source.tag', { defaultMessage: 'Tag' }),
    help: translate('logwave.source.tagHelp', {
      defaultMessage: 'Logwave adds it to the documents of a flagged hour, such as dns_outlier.',
    }),
    maxLength: 64,
  };
}

function codeField(): SourceField {
  return {
    key: 'code',
    path: 'wording',
    label: translate('logwave.source.code', { defaultMessage: 'Name of each series' }),
    help: translate('logwave.source.codeHelp', {
      defaultMessage: '{place} stands for the value.',
      values: { place: '{subtype}' },
    }),
    maxLength: 100,
  };
}

/** The fields of a source. Its id is only shown while it is new. */
export function sourceFields(origin: SourceDraft['origin']): SourceField[] {
  const name = {
    key: 'name',
    path: 'name',
    label: translate('logwave.source.name', { defaultMessage: 'Name' }),
    maxLength: 100,
  } as const;
  const time = {
    key: 'time_field',
    path: 'time_field',
    label: translate('logwave.source.time', { defaultMessage: 'Time field' }),
    maxLength: 256,
  } as const;
  const id = origin === 'new' ? [idField()] : [];
  return [...id, name, indexField(), time, subtypeField(), codeField(), tagField()];
}
