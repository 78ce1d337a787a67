import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { longDay } from '../../../words';
import { LogLine } from './log_lines';
import type { LogDocument } from './sample_lines';

interface LastLinesProps {
  readonly day: Day;
  /** The latest first. */
  readonly documents: readonly LogDocument[];
  readonly zone: string;
}

/** The last lines before a series fell silent, in the order of time. */
export function LastLinesSection({ day, documents, zone }: LastLinesProps) {
  return (
    <section className="lwPart lwLines" data-test-subj="logwaveLastLines">
      <h2>
        {translate('logwave.lines.last', {
          defaultMessage:
            '{count, plural, one {The last line} other {The last # lines}} before the silence',
          values: { count: documents.length },
        })}{' '}
        <small className="lwSub">{longDay(day)}</small>
      </h2>
      <ol className="lwLog">
        {[...documents].reverse().map((document) => (
          <LogLine key={`${document.index} ${document.id}`} document={document} zone={zone} />
        ))}
      </ol>
    </section>
  );
}
