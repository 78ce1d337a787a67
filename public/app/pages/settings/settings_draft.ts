import { parseSettings } from '../../../../common/settings/parse_settings';
import type { Settings, SettingsFile } from '../../../../common/settings/settings';

/** What the form changes; all of it as text or as it is written, until it is saved. */
export interface SettingsDraft {
  readonly zone: string;
  readonly method: Settings['method'];
  readonly training_days: string;
  readonly score_limit: string;
  readonly difference_limit: string;
  readonly contribution_limit: string;
  /** Ids of the sources that are switched on. */
  readonly enabled: ReadonlySet<string>;
}

/** The form as the settings have it. */
export function draftOf(settings: Settings): SettingsDraft {
  const { zone, method, training, calibrated, talk, sources } = settings;
  return {
    zone,
    method,
    training_days: String(training.days),
    score_limit: String(calibrated.score_limit),
    difference_limit: String(talk.difference_limit),
    contribution_limit: String(talk.contribution_limit),
    enabled: new Set(sources.filter(({ enabled }) => enabled).map(({ id }) => id)),
  };
}

/** A number as it was typed; a text that is none stays a text, which the validator refuses. */
function numberOf(text: string): unknown {
  const trimmed = text.trim();
  return trimmed === '' || Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

/** Either what is to be saved, or what is wrong with it: one sentence for each fault. */
export type CheckedDraft =
  { readonly saved: SettingsFile } | { readonly errors: readonly string[] };

/** What was saved before with what the form says, checked by the validator of the API. */
export function checkDraft(
  saved: SettingsFile,
  before: Settings,
  draft: SettingsDraft,
): CheckedDraft {
  const changed = before.sources.filter(({ id, enabled }) => enabled !== draft.enabled.has(id));
  const kept = saved.sources ?? [];
  const sources = [
    ...kept.filter(({ id }) => !changed.some((source) => source.id === id)),
    ...changed.map(({ id }) => ({
      ...kept.find((source) => source.id === id),
      id,
      enabled: draft.enabled.has(id),
    })),
  ];
  const wished: unknown = {
    ...saved,
    zone: draft.zone.trim(),
    method: draft.method,
    training: { ...saved.training, days: numberOf(draft.training_days) },
    calibrated: { ...saved.calibrated, score_limit: numberOf(draft.score_limit) },
    talk: {
      ...saved.talk,
      difference_limit: numberOf(draft.difference_limit),
      contribution_limit: numberOf(draft.contribution_limit),
    },
    sources,
  };
  const parsed = parseSettings(wished);
  if ('errors' in parsed) return { errors: parsed.errors };
  // What passed the validator has the shape that it checks.
  return { saved: wished as SettingsFile };
}
