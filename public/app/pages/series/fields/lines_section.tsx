import React from 'react';
import { clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { LogLine } from './log_lines';
import { markedParts } from './marked_parts';
import { plainField, sampleLines, type LogDocument, type TopField } from './sample_lines';
import type { ToldHour } from './told_hour';
import { countWords } from '../../../words';

interface LinesSectionProps {
  readonly told: ToldHour;
  /** All documents of the hour, and some of them. */
  readonly total: number;
  readonly documents: readonly LogDocument[];
  /** The field that changed most. */
  readonly field: TopField | undefined;
  readonly zone: string;
}

const LINES = 3;

function titleOf({ hour }: ToldHour, shown: number, total: number): string {
  const values = { shown, total: countWords(total), hour: clockWords(hour) };
  return shown === total
    ? translate('logwave.lines.all', {
        defaultMessage: '{shown, plural, one {The line} other {The # lines}} at {hour}',
        values,
      })
    : translate('logwave.lines.some', {
        defaultMessage: '{shown} of the {total} lines at {hour}',
        values,
      });
}

function chosenWords(field: TopField | undefined): string {
  if (field === undefined) {
    return translate('logwave.lines.first', { defaultMessage: 'the first' });
  }
  return translate('logwave.lines.firstOf', {
    defaultMessage: 'the first of each {field}',
    values: { field: plainField(field.field) },
  });
}

function Message({ message, value }: { readonly message: string; readonly value: string }) {
  return (
    <>
      {markedParts(message, value).map(({ text, isMarked }, at) =>
        isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}

/** A few documents of the hour. The value of the field that changed most is marked. */
export function LinesSection({ told, total, documents, field, zone }: LinesSectionProps) {
  const lines = sampleLines(documents, field, LINES);
  return (
    <section className="lwPart lwLines" data-test-subj="logwaveLines">
      <h2>
        {titleOf(told, lines.length, total)} <small className="lwSub">{chosenWords(field)}</small>
      </h2>
      <ol className="lwLog">
        {lines.map(({ document, value = '' }) => (
          <LogLine key={`${document.index} ${document.id}`} document={document} zone={zone}>
            <Message message={document.message} value={value} />
          </LogLine>
        ))}
      </ol>
    </section>
  );
}
