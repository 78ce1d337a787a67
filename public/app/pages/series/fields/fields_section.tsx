import { greatest } from '../../../../../common/lists';
import React from 'react';
import { clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { CutName } from '../../../components';
import { ChartSection } from '../../../tables';
import { DotRowSvg } from '../rhythms/dot_row_svg';
import { fieldsTable } from '../model/tables';
import { moreRow, type Patterns } from './more_patterns';
import { PatternsPart } from './patterns_part';
import { plainField, type TopField } from './sample_lines';
import { fieldFact, hasTable } from './field_facts';
import type { ToldHour } from './told_hour';
import { amountWords, countWords } from '../../../words';

interface FieldsSectionProps {
  readonly told: ToldHour;
  readonly fields: readonly TopField[];
  /** Of the messages; null if the events have none. */
  readonly patterns: Patterns | null;
  /** The days that it is compared with, in words. */
  readonly basis: string;
  readonly fileName: string;
}

const FIELDS = 3;
const FACTS = 5;
const VALUES = 3;
const WIDTH = 76;
const HEIGHT = 19;

function valueText(value: string): string {
  return value === '' ? translate('logwave.fields.empty', { defaultMessage: '(empty)' }) : value;
}

function Field({ field, top }: { readonly field: TopField; readonly top: number }) {
  return (
    <table className="lwField">
      <thead>
        <tr>
          <th scope="col" className="lwField-name" title={field.field}>
            <CutName name={plainField(field.field)} mayWrap />
          </th>
          <td />
          <th scope="col">{translate('logwave.table.today', { defaultMessage: 'this day' })}</th>
          <th scope="col">{translate('logwave.table.usual', { defaultMessage: 'usual' })}</th>
        </tr>
      </thead>
      <tbody>
        {field.values.slice(0, VALUES).map(({ value, today, usual }) => (
          <tr key={value}>
            <th scope="row" title={value}>
              <CutName name={valueText(value)} mayWrap />
            </th>
            <td>
              <DotRowSvg row={{ today, usual }} width={WIDTH} height={HEIGHT} top={top} />
            </td>
            <td className="lwNumber">{countWords(today)}</td>
            <td className="lwNumber lwSub">{amountWords(usual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "15:00, what is in the 48 events". */
function titleOf({ hour, events }: ToldHour): string {
  return translate('logwave.fields.title', {
    defaultMessage: '{hour}: the fields of the {count, plural, one {event} other {# events}}',
    values: { hour: clockWords(hour), count: events },
  });
}

/**
 * The contents of the flagged hour, field by field, compared with the same hour of the training
 * days.
 */
export function FieldsSection({ told, fields, patterns, basis, fileName }: FieldsSectionProps) {
  const shown = fields.filter(hasTable).slice(0, FIELDS);
  const facts = fields.filter((field) => !hasTable(field)).slice(0, FACTS);
  const values = shown.flatMap((field) => field.values.slice(0, VALUES));
  const top = greatest([1, ...values.flatMap(({ today, usual }) => [today, usual])]);
  const title = titleOf(told);
  const messages = translate('logwave.patterns.title', { defaultMessage: 'message pattern' });
  const rows =
    patterns === null
      ? fields
      : [...fields, { field: messages, values: [...patterns.values, ...moreRow(patterns.more)] }];
  return (
    <ChartSection
      title={title}
      aside={translate('logwave.fields.against', {
        defaultMessage: 'compared with the same hour of {basis}',
        values: { basis },
      })}
      table={rows.length === 0 ? undefined : fieldsTable(title, rows)}
      fileName={`${fileName}-fields`}
      data-test-subj="logwaveFields"
    >
      {fields.length === 0 && patterns === null && (
        <p className="lwCaption">
          {translate('logwave.fields.none', {
            defaultMessage: 'These events have no field whose values can be counted.',
          })}
        </p>
      )}
      {shown.length > 0 && (
        <div className="lwFields">
          {shown.map((field) => (
            <Field key={field.field} field={field} top={top} />
          ))}
        </div>
      )}
      {facts.map((field) => (
        <p key={field.field} className="lwCaption">
          {fieldFact(field, told.events, basis)}
        </p>
      ))}
      {patterns !== null && <PatternsPart patterns={patterns} />}
    </ChartSection>
  );
}
