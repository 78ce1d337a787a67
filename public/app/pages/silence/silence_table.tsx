import React from 'react';
import type { AnswerOf, ApiSilence, getSilence } from '../../../../common/api';
import { countWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { momentWords } from '../../words';
import { MarkButtons } from './mark_buttons';
import { silentFor, stateWords, streamWords } from './silence_words';
import type { NewMark } from './use_marks';

type Silence = AnswerOf<typeof getSilence>;

interface SilenceTableProps {
  readonly silence: Silence;
  readonly isDisabled: boolean;
  readonly onMark: (row: ApiSilence, mark: NewMark) => void;
}

function headTexts(): string[] {
  return [
    translate('logwave.silence.state', { defaultMessage: 'State' }),
    translate('logwave.silence.source', { defaultMessage: 'Source' }),
    translate('logwave.silence.stream', { defaultMessage: 'Host or series' }),
    translate('logwave.silence.for', { defaultMessage: 'Silent for' }),
    translate('logwave.silence.morning', { defaultMessage: 'Morning' }),
    translate('logwave.silence.lastSeen', { defaultMessage: 'Last seen' }),
    translate('logwave.silence.usual', { defaultMessage: 'Usual' }),
    translate('logwave.silence.marks', { defaultMessage: 'Marks' }),
  ];
}

function Row({ row, silence, ...marking }: SilenceTableProps & { readonly row: ApiSilence }) {
  return (
    <tr data-test-subj={`silence-${row.state}`} title={row.sentence}>
      <td>{stateWords(row)}</td>
      <td>{row.source}</td>
      <th scope="row">{streamWords(row)}</th>
      <td>{silentFor(row, silence.at)}</td>
      <td>{row.mornings === 0 ? '' : countWords(row.mornings)}</td>
      <td>{momentWords(row.last_seen, silence.zone)}</td>
      <td>{row.usual}</td>
      <td>
        <MarkButtons row={row} today={silence.day} {...marking} />
      </td>
    </tr>
  );
}

/** What is silent, the most overdue first. */
export function SilenceTable(props: SilenceTableProps) {
  const { rows } = props.silence;
  if (rows.length === 0) return null;
  return (
    <table className="lwPlain" data-test-subj="logwaveSilence">
      <thead>
        <tr>
          {headTexts().map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={JSON.stringify([row.source, row.host, row.subtype])} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}
