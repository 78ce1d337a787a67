import { EuiTitle } from '@elastic/eui';
import React from 'react';
import { getDiagnostics, getSources } from '../../../../common/api';
import { dayAt, addDays, type Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { KEY_ROWS, PageKeys, FaultNotice, Loading, PageFrame, PageNav } from '../../components';
import { useRemote, useServices } from '../../basics';
import { homeDay } from '../home';
import { CalendarsSection } from './calendars';
import { DiagnosticsSection } from './diagnostics_section';
import { FileSection } from './file_section';
import { InvalidNotice } from './invalid_notice';
import { ScheduleSection } from './schedule/schedule_section';
import { SettingsFields } from './settings_fields';
import { ShownSettings } from './shown/shown_settings';
import { UninstallSection } from './uninstall_section';
import { useLeaveWarning } from './use_leave_warning';
import { useSettingsForm } from './form/use_settings_form';

function settingsTitle(): string {
  return translate('logwave.settings.title', { defaultMessage: 'Settings' });
}

function Head({ day }: { readonly day: Day | undefined }) {
  return (
    <div className="lwBar">
      <EuiTitle size="s" className="lwTitle">
        <h1>{settingsTitle()}</h1>
      </EuiTitle>
      <span className="lwGrow" />
      <PageNav current="settings" {...(day !== undefined && { day })} />
    </div>
  );
}

/** Shown first if the host has no login: every visitor can change everything below. */
function OpenToAll() {
  return (
    <p className="lwStrong" data-test-subj="logwaveOpenToAll">
      {translate('logwave.settings.openToAll', {
        defaultMessage:
          'This host has no login. Anyone who opens this page can do everything, including tagging.',
      })}
    </p>
  );
}

/**
 * Shown if nothing can be changed though the role grants it, because it does so in one space only.
 */
function OfAllSpaces() {
  return (
    <p className="lwStrong" data-test-subj="logwaveOfAllSpaces">
      {translate('logwave.settings.ofAllSpaces', {
        defaultMessage:
          'All spaces share the settings and the schedule. Your role grants “Logwave settings” in this space only, so you can read them but not change them. An administrator can grant it in all spaces.',
      })}
    </p>
  );
}

/** The latest day that has logs and is over. Changes and fields are checked on it. */
function latestDay(now: Date, zone: string, daysWithLogs: readonly { day: Day }[]): Day {
  const yesterday = addDays(dayAt(now.getTime(), zone), -1);
  return homeDay(
    yesterday,
    [],
    daysWithLogs.map(({ day }) => day),
  );
}

/**
 * Sources, zone, training, thresholds, minimums, schedule and tagging. Settings that may not be
 * changed are shown as text.
 */
export function SettingsPage() {
  const { api, may, isManageOfSpace, now } = useServices();
  const settings = useSettingsForm();
  const { form, readFault, saved, reload } = settings;
  const sources = useRemote(`sources ${saved?.version ?? ''}`, (signal) =>
    api(getSources, {}, signal),
  );
  const diagnostics = useRemote('diagnostics', (signal) => api(getDiagnostics, {}, signal));
  useLeaveWarning(form?.isEdited === true);
  const states = sources.data?.sources ?? [];
  const zone = form?.stored.settings.zone ?? 'UTC';
  const day = sources.data && latestDay(now(), zone, sources.data.days_with_logs);
  const isOpenToAll = diagnostics.data?.security === false;
  return (
    <PageFrame title={settingsTitle()}>
      <Head day={day} />
      {readFault !== undefined && <FaultNotice fault={readFault} onRetry={reload} />}
      {form === undefined && readFault === undefined && <Loading />}
      {form !== undefined && (
        <div className="lwSettings">
          {isOpenToAll && <OpenToAll />}
          {isManageOfSpace && <OfAllSpaces />}
          <InvalidNotice faults={form.stored.faults} />
          {sources.fault !== undefined && (
            <FaultNotice fault={sources.fault} onRetry={sources.reload} />
          )}
          {may.manage ? (
            <SettingsFields form={form} settings={settings} states={states} day={day} />
          ) : (
            <ShownSettings settings={form.stored.settings} states={states} />
          )}
          <CalendarsSection known={form.stored.settings.sources} />
          <ScheduleSection zone={zone} isOpenToAll={isOpenToAll} />
          <FileSection stored={form.stored} onImported={reload} />
          <DiagnosticsSection remote={diagnostics} />
          {may.manage && <UninstallSection />}
        </div>
      )}
      <PageKeys rows={KEY_ROWS.settings()} />
    </PageFrame>
  );
}
