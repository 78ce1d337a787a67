import { translate } from '../../../../i18n';
import { talkTexts } from '../form/talk_texts';
import { messageTexts } from '../messages/message_fields';
import { retentionTexts } from '../retention_section';
import { sourceFields } from '../sources/source_fields';
import type { DraftFaults } from './draft_faults';
import type { SettingsDraft } from './settings_draft';

function plainNames(): ReadonlyMap<string, string> {
  const { days, seriesDays } = retentionTexts();
  const messages = messageTexts();
  const talk = Object.entries(talkTexts()).map(([key, text]) => [`talk.${key}`, text] as const);
  return new Map([
    ...talk,
    ['zone', translate('logwave.settings.zone', { defaultMessage: 'Time zone' })],
    ['training.days', translate('logwave.settings.training', { defaultMessage: 'Training days' })],
    ['training.weekend', translate('logwave.settings.weekend', { defaultMessage: 'Weekend' })],
    [
      'incidents.least_shared',
      translate('logwave.settings.leastShared', { defaultMessage: 'Shared excess of an incident' }),
    ],
    ['notifications.send_at', messages.send_at],
    ['notifications.weekdays', messages.weekdays],
    ['retention.days', days],
    ['retention.series_days', seriesDays],
    [
      'calibrated.score_limit',
      translate('logwave.settings.score', { defaultMessage: 'Score threshold' }),
    ],
    [
      'talk.difference_limit',
      translate('logwave.settings.difference', { defaultMessage: 'Difference threshold' }),
    ],
    [
      'talk.contribution_limit',
      translate('logwave.settings.contribution', { defaultMessage: 'Contribution threshold' }),
    ],
  ]);
}

const LISTED = /^(sources|floors|series)\[(\d+)\]\.?(\w*)/;

/** A field within a source or a series: "DNS by zone: Tag". */
function listedName(path: string, draft: SettingsDraft): string {
  const [, list, place = '', key] = LISTED.exec(path) ?? [];
  const at = Number(place);
  if (list === 'series') {
    const subtype = draft.series[at]?.subtype ?? '';
    return `${draft.series[at]?.source ?? ''} ${subtype}`.trim();
  }
  const source = draft.sources[at];
  const name = [source?.name, source?.id].find((text) => text?.trim());
  const of = name ?? translate('logwave.source.newName', { defaultMessage: 'New source' });
  const field = sourceFields('new').find((one) => one.path === key);
  const minimums = translate('logwave.settings.floors', { defaultMessage: 'Minimums' });
  const label = list === 'floors' ? minimums : field?.label;
  return label === undefined ? of : `${of}: ${label}`;
}

const CHANNEL = /^notifications\.channels\[(\d+)\]\.?(\w*)/;

/** A field of what a channel gets: "mail: Minimum surprise". */
function channelName(path: string, draft: SettingsDraft): string {
  const [, place = '', key = ''] = CHANNEL.exec(path) ?? [];
  const name = draft.messages.channels[Number(place)]?.channel ?? '';
  const label = new Map(Object.entries(messageTexts())).get(key);
  return label === undefined ? name : `${name}: ${label}`;
}

/** The fields that are not valid, by the page's names for them, each once. */
export function faultNames(faults: DraftFaults, draft: SettingsDraft): string[] {
  const plain = plainNames();
  const nameOf = (path: string): string => {
    if (CHANNEL.test(path)) return channelName(path, draft);
    return LISTED.test(path) ? listedName(path, draft) : path;
  };
  const names = faults.map(({ path }) => plain.get(path) ?? nameOf(path));
  return [...new Set(names)];
}
