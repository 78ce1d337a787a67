import { EuiButton } from '@elastic/eui';
import React from 'react';
import { bytesWords } from '../../../../common/waveform/words';
import type { AnswerOf, Privilege, getDiagnostics } from '../../../../common/api';
import { translate } from '../../../i18n';
import { FaultNotice } from '../../components';
import { type Remote, useServices } from '../../basics';
import { saveText } from '../../tables';
import { doctorFile } from './doctor_file';
import { missingTexts } from './missing_texts';
import { versionWords } from './version_words';
import { Section } from './form/section';
import { pluralWords } from '../../words';

type Diagnostics = AnswerOf<typeof getDiagnostics>;

/** What each privilege allows, in words. */
function privilegeTexts(): readonly (readonly [privilege: Privilege, text: string])[] {
  return [
    ['read', translate('logwave.diagnostics.read', { defaultMessage: 'see results' })],
    ['judge', translate('logwave.diagnostics.judge', { defaultMessage: 'judge findings' })],
    ['run', translate('logwave.diagnostics.run', { defaultMessage: 'analyze days' })],
    ['tag', translate('logwave.diagnostics.tag', { defaultMessage: 'tag documents' })],
    ['manage', translate('logwave.diagnostics.manage', { defaultMessage: 'change settings' })],
  ];
}

/** A file to attach to a bug report. */
function SaveForReport({ diagnostics }: { readonly diagnostics: Diagnostics }) {
  const services = useServices();
  const save = () =>
    saveText({
      name: 'logwave-diagnostics.json',
      type: 'application/json',
      text: doctorFile(diagnostics, { ...services, userAgent: navigator.userAgent }),
    });
  return (
    <p>
      <EuiButton size="s" color="text" onClick={save} data-test-subj="logwaveSaveDiagnostics">
        {translate('logwave.diagnostics.save', { defaultMessage: 'Save for a report' })}
      </EuiButton>{' '}
      <span className="lwSub">
        {translate('logwave.diagnostics.saved', {
          defaultMessage:
            'A JSON file with versions, rights, and the names of sources, indices and users. It has no password, key or log line.',
        })}
      </span>
    </p>
  );
}

function Rows({ diagnostics }: { readonly diagnostics: Diagnostics }) {
  const { user, privileges, versions, sources, kept, own_indices: own } = diagnostics;
  const may = privilegeTexts().flatMap(([privilege, text]) =>
    privileges[privilege] ? [text] : [],
  );
  const nobody = translate('logwave.diagnostics.nobody', {
    defaultMessage: 'not logged in',
  });
  const missing = missingTexts(sources);
  const unknown = translate('logwave.diagnostics.unknownSize', { defaultMessage: 'size unknown' });
  const sizes = kept.map(({ index, documents, bytes }) => {
    const words = [
      ...(documents === null ? [] : [pluralWords(documents, 'document')]),
      bytes === null ? unknown : bytesWords(bytes),
    ];
    return [index, words.join(', ')] as const;
  });
  const rows: readonly (readonly [string, string])[] = [
    [translate('logwave.diagnostics.user', { defaultMessage: 'You are' }), user ?? nobody],
    [translate('logwave.diagnostics.may', { defaultMessage: 'You can' }), may.join(', ')],
    [
      own.pattern,
      (['read', 'write', 'create_index'] as const).filter((right) => own[right]).join(', '),
    ],
    ...sizes,
    [
      translate('logwave.diagnostics.versions', { defaultMessage: 'Versions' }),
      versionWords(versions),
    ],
    ...missing.map(
      (words) =>
        [translate('logwave.diagnostics.missing', { defaultMessage: 'Missing' }), words] as const,
    ),
  ];
  return (
    <table className="lwPlain lwPairs">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={`${name} ${value}`}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The reader, the reader's rights, and the versions that run here. */
export function DiagnosticsSection({ remote }: { readonly remote: Remote<Diagnostics> }) {
  const { data, fault, reload } = remote;
  return (
    <Section title={translate('logwave.settings.diagnostics', { defaultMessage: 'Diagnostics' })}>
      {fault !== undefined && <FaultNotice fault={fault} onRetry={reload} />}
      {data?.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {data !== undefined && <Rows diagnostics={data} />}
      {data !== undefined && <SaveForReport diagnostics={data} />}
    </Section>
  );
}
