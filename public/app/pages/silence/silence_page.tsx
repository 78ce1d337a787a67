import { EuiTitle } from '@elastic/eui';
import React from 'react';
import { type AnswerOf, getSilence } from '../../../../common/api';
import { translate } from '../../../i18n';
import { useRemote, useServices } from '../../basics';
import { FaultNotice, KEY_ROWS, Loading, PageFrame, PageKeys, PageNav } from '../../components';
import { summaryWords } from '../../silence';
import { momentWords } from '../../words';
import { SilenceTable } from './silence_table';
import { useMarks } from './use_marks';

type Silence = AnswerOf<typeof getSilence>;

function Foot({ silence }: { readonly silence: Silence }) {
  const { watched, notes, at, zone, quiet_together: together } = silence;
  return (
    <>
      {together !== null && (
        <p data-test-subj="logwaveQuietTogether">
          {translate('logwave.silence.quietTogether', {
            defaultMessage: 'Offices: {together}.',
            values: { together },
          })}
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="lwSub" data-test-subj="logwaveWatched">
        {translate('logwave.silence.watched', {
          defaultMessage:
            'Watched at {moment}: {sources, plural, one {# source} other {# sources}}, {hosts, plural, one {# host} other {# hosts}} and {series} series. Each has a deadline of its own, learned from its hourly counts.',
          values: { ...watched, moment: momentWords(at, zone) },
        })}
      </p>
    </>
  );
}

/** Which sources, hosts and series are silent now. */
export function SilencePage() {
  const { api } = useServices();
  const silence = useRemote('silence', (signal) => api(getSilence, {}, signal));
  const marks = useMarks(silence.reload);
  const { data, fault } = silence;
  const title = translate('logwave.silence.title', { defaultMessage: 'Silence' });
  return (
    <PageFrame title={title}>
      <div className="lwBar">
        <EuiTitle size="s" className="lwTitle">
          <h1>{title}</h1>
        </EuiTitle>
        <span className="lwGrow" />
      </div>
      <div className="lwSummaryLine">
        <p
          className="lwSummary lwSummaryLine-words"
          aria-live="polite"
          data-test-subj="logwaveSilenceSummary"
        >
          <b>{data === undefined ? '' : summaryWords(data.rows, data.not_known)}</b>
        </p>
        <PageNav current="silence" />
      </div>
      {marks.fault !== undefined && <FaultNotice fault={marks.fault} />}
      {fault !== undefined && <FaultNotice fault={fault} onRetry={silence.reload} />}
      {data === undefined && fault === undefined && <Loading />}
      {data !== undefined && (
        <>
          <SilenceTable silence={data} isDisabled={marks.isSetting} onMark={marks.set} />
          <Foot silence={data} />
        </>
      )}
      <PageKeys rows={KEY_ROWS.silence()} />
    </PageFrame>
  );
}
