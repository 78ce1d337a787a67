import React from 'react';
import { retentionTexts } from '../retention_section';
import type { SourceState } from '../../../../../common/api';
import { WEEKDAYS, type Settings } from '../../../../../common/settings';
import { weekdayWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { shortDay } from '../../../words';
import { methodTexts } from '../form/method_words';
import { Section } from '../form/section';
import { talkTexts } from '../form/talk_texts';
import { OutagesSection } from '../series/outages_section';
import { SeriesHead } from '../series/series_head';
import { nameOfSeries } from '../series/series_names';
import { SourcesHead } from '../sources/sources_head';
import { stateWords } from '../sources/state_words';
import { floorsWords } from './floors_words';

function Sources({ states }: { readonly states: readonly SourceState[] }) {
  return (
    <Section title={translate('logwave.settings.sources', { defaultMessage: 'Sources' })}>
      <table className="lwPlain" data-test-subj="logwaveSources">
        <SourcesHead hasAction={false} />
        <tbody>
          {states.map((state) => (
            <tr key={state.source.id}>
              <th scope="row">{state.source.name}</th>
              <td>{state.source.index}</td>
              <td>{state.source.subtype_fields.join(', ')}</td>
              <td>{state.source.tag}</td>
              <td>{stateWords(state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function assessmentRows(settings: Settings): (readonly [name: string, value: string])[] {
  const { zone, training, retention, method, calibrated, talk, incidents } = settings;
  const kept = retentionTexts();
  const texts = talkTexts();
  const methodName = new Map(methodTexts()).get(method) ?? method;
  const limits: [string, number][] =
    method === 'calibrated'
      ? [
          [
            translate('logwave.settings.score', { defaultMessage: 'Score threshold' }),
            calibrated.score_limit,
          ],
        ]
      : [
          [
            translate('logwave.settings.difference', { defaultMessage: 'Difference threshold' }),
            talk.difference_limit,
          ],
          [
            translate('logwave.settings.contribution', {
              defaultMessage: 'Contribution threshold',
            }),
            talk.contribution_limit,
          ],
          [texts.depth, talk.depth],
          [texts.low_percentile, talk.low_percentile],
          [texts.high_percentile, talk.high_percentile],
        ];
  return [
    [translate('logwave.settings.zone', { defaultMessage: 'Time zone' }), zone],
    [
      translate('logwave.settings.training', { defaultMessage: 'Training days' }),
      String(training.days),
    ],
    [
      translate('logwave.settings.weekend', { defaultMessage: 'Weekend' }),
      training.weekend.map((weekday) => weekdayWords(WEEKDAYS.indexOf(weekday))).join(', ') || '–',
    ],
    [translate('logwave.settings.method', { defaultMessage: 'Method' }), methodName],
    ...limits.map(([name, limit]) => [name, String(limit)] as const),
    [
      translate('logwave.settings.leastShared', { defaultMessage: 'Shared excess of an incident' }),
      String(incidents.least_shared),
    ],
    [kept.days, String(retention.days)],
    [kept.seriesDays, String(retention.series_days)],
  ];
}

function Judging({ settings }: { readonly settings: Settings }) {
  return (
    <Section
      title={translate('logwave.settings.judging', { defaultMessage: 'Days and thresholds' })}
    >
      <table className="lwPlain lwPairs" data-test-subj="logwaveAssessment">
        <tbody>
          {assessmentRows(settings).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Minimums of sources and settings of single series, one line each. */
function seriesRows({ sources, floors, series }: Settings) {
  const ofSources = floors.map((one) => ({
    name: sources.find(({ id }) => id === one.source)?.name ?? one.source,
    days: [],
    floors: one.floors,
  }));
  const ofSeries = series.map((one) => ({
    name: nameOfSeries(sources, one),
    days: one.omit_days ?? [],
    floors: one.floors,
  }));
  return [...ofSources, ...ofSeries];
}

function Series({ settings }: { readonly settings: Settings }) {
  const rows = seriesRows(settings);
  if (rows.length === 0) return null;
  return (
    <Section
      title={translate('logwave.settings.series', { defaultMessage: 'Settings of one series' })}
    >
      <table className="lwPlain" data-test-subj="logwaveSeriesSettings">
        <SeriesHead hasAction={false} />
        <tbody>
          {rows.map(({ name, days, floors }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{days.map(shortDay).join(', ')}</td>
              <td>{floorsWords(floors)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface ShownSettingsProps {
  readonly settings: Settings;
  readonly states: readonly SourceState[];
}

/** The settings for a reader who may not change them: text without fields. */
export function ShownSettings({ settings, states }: ShownSettingsProps) {
  return (
    <>
      <Sources states={states} />
      <Judging settings={settings} />
      <Series settings={settings} />
      <OutagesSection outages={settings.outages} known={settings.sources} />
      <p className="lwSub" data-test-subj="logwaveSettingsReadOnly">
        {translate('logwave.settings.readOnly', {
          defaultMessage:
            'To change the settings, ask an administrator for the privilege “Logwave settings”.',
        })}
      </p>
    </>
  );
}
