import { EuiButton, EuiTitle } from '@elastic/eui';
import React, { useState } from 'react';
import { getSettings } from '../../../../common/api/get_settings';
import { getSources } from '../../../../common/api/get_sources';
import { putSettings } from '../../../../common/api/put_settings';
import type { SettingsFile } from '../../../../common/settings/settings';
import { translate } from '../../../i18n';
import { toFault, type ApiFault } from '../../api_fault';
import { FaultNotice } from '../../components/fault_notice';
import { Loading } from '../../components/loading';
import { PageFrame } from '../../components/page_frame';
import { PageNav } from '../../components/page_nav';
import { useRemote } from '../../remote';
import { useServices } from '../../services';
import { DiagnosticsSection } from './diagnostics_section';
import { JudgingSection } from './judging_section';
import { ScheduleSection } from './schedule_section';
import { checkDraft, draftOf, type SettingsDraft } from './settings_draft';
import { SourcesSection } from './sources_section';

function savedWords(needsKey: boolean): string {
  const saved = translate('logwave.settings.saved', {
    defaultMessage: 'Saved; the next run uses it.',
  });
  if (!needsKey) return saved;
  return `${saved} ${translate('logwave.settings.needsKey', {
    defaultMessage: 'The schedule may not read these indices yet: switch it on again.',
  })}`;
}

/** Sources, zone, training, limits and schedule. */
export function SettingsPage() {
  const { api, may, hostZone } = useServices();
  const stored = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const sources = useRemote('sources', (signal) => api(getSources, {}, signal));
  const [changes, setChanges] = useState<Partial<SettingsDraft>>({});
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<ApiFault>();
  const [said, setSaid] = useState('');
  const title = translate('logwave.settings.title', { defaultMessage: 'Settings' });
  const { data } = stored;
  const draft = data === undefined ? undefined : { ...draftOf(data.settings), ...changes };
  const change = (part: Partial<SettingsDraft>): void => setChanges({ ...changes, ...part });

  const save = (): void => {
    if (data === undefined || draft === undefined) return;
    setSaid('');
    setFault(undefined);
    const checked = checkDraft(data.saved as SettingsFile, data.settings, draft);
    setErrors('errors' in checked ? checked.errors : []);
    if ('errors' in checked) return;
    const body = { settings: checked.saved, version: data.version };
    api(putSettings, { body }, new AbortController().signal).then(
      ({ needs_key: needsKey }) => {
        setChanges({});
        setSaid(savedWords(needsKey));
        stored.reload();
        sources.reload();
      },
      (error: unknown) => setFault(toFault(error)),
    );
  };

  return (
    <PageFrame title={title}>
      <div className="lwBar">
        <EuiTitle size="s" className="lwTitle">
          <h1>{title}</h1>
        </EuiTitle>
        <span className="lwGrow" />
        <PageNav current="settings" />
      </div>
      {stored.fault !== undefined && <FaultNotice fault={stored.fault} onRetry={stored.reload} />}
      {draft === undefined && stored.fault === undefined && <Loading />}
      {data?.faults.map((one) => (
        <p key={one} role="alert">
          {translate('logwave.settings.invalid', {
            defaultMessage: 'What was saved is not valid, so the defaults hold: {fault}',
            values: { fault: one },
          })}
        </p>
      ))}
      {data !== undefined && draft !== undefined && (
        <>
          <SourcesSection
            sources={sources.data?.sources ?? []}
            enabled={draft.enabled}
            isEditable={may.manage}
            onSwitch={(id) => {
              const enabled = new Set(draft.enabled);
              if (!enabled.delete(id)) enabled.add(id);
              change({ enabled });
            }}
          />
          <JudgingSection
            draft={draft}
            hostZone={hostZone}
            isEditable={may.manage}
            onChange={change}
          />
          {errors.map((one) => (
            <p key={one} role="alert" data-test-subj="logwaveSettingsError">
              {one}
            </p>
          ))}
          {fault !== undefined && <FaultNotice fault={fault} onRetry={save} />}
          {may.manage ? (
            <EuiButton size="s" fill onClick={save} data-test-subj="logwaveSaveSettings">
              {translate('logwave.settings.save', { defaultMessage: 'Save' })}
            </EuiButton>
          ) : (
            <p className="lwSub">
              {translate('logwave.settings.readOnly', {
                defaultMessage: 'To change them you need the privilege "Logwave settings".',
              })}
            </p>
          )}
          <p role="status" className="lwSub">
            {said}
          </p>
          <ScheduleSection zone={data.settings.zone} />
          <DiagnosticsSection />
        </>
      )}
    </PageFrame>
  );
}
