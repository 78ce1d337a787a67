import { z } from 'zod';
import { sourceSchema } from '../sources';
import { isDay, isZone, systemZone } from '../time';
import { LEAST_SCORE_LIMIT } from './least_score_limit';
import { notificationsSchema } from './notifications';
import { weekdaysSchema } from './weekdays';

const fraction = z.number().min(0).max(1000);
const percentile = z.number().min(0).max(100);

/** The settings of the talk's method, with the talk's own values as defaults. */
export const talkSettingsSchema = z
  .strictObject({
    /** How many Fourier components are compared, beginning with the constant one. */
    depth: z.number().int().min(2).max(12).default(5),
    /** Below this difference, the day is as usual. */
    difference_limit: fraction.default(0.5),
    /** An hour is flagged if it makes up more than this share of the difference. */
    contribution_limit: fraction.default(0.25),
    /** The usual day is clipped to these percentiles of its hours. */
    low_percentile: percentile.default(1),
    high_percentile: percentile.default(99),
  })
  .refine(({ low_percentile: low, high_percentile: high }) => low < high, {
    path: ['low_percentile'],
    message: 'must be below the high percentile',
  });

/** The settings of the calibrated method. */
export const calibratedSettingsSchema = z.strictObject({
  /**
   * An hour is flagged from this score on: −log₁₀ of how rare such a count is by chance. 4 means
   * once in 10,000 hours if the noise is as learned.
   */
  score_limit: z.number().min(LEAST_SCORE_LIMIT).max(100).default(4),
});

/** A source as the settings give it: an id, and what differs from the preset with that id. */
export const sourceSettingsSchema = sourceSchema.partial().required({ id: true });

const amount = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** Minimums: what is too little to be a finding; off if absent. */
export const floorsSchema = z.strictObject({
  /** Events of the strongest stretch, or those that should have come. */
  least_count: amount.optional(),
  /** How many more (or fewer) than expected. */
  least_excess: amount.optional(),
  /** How many times as many (or as few) as expected. */
  least_ratio: z.number().min(1).max(1000).optional(),
  /** False: do not assess at all. */
  judge: z.boolean().optional(),
});

/** How long Logwave keeps its results, in days before today. */
export const retentionSchema = z.strictObject({
  /** Counts, findings and runs. An analysis needs counts of up to 99 earlier days. */
  days: z.number().int().min(100).max(3650).default(400),
  /** The series of a day as its run saw them. The page of a month shows 31 days. */
  series_days: z.number().int().min(31).max(3650).default(92),
});

/** When findings are one incident. */
export const incidentSettingsSchema = z.strictObject({
  /** The share of each excess that two findings must have in common, from 0 to 1. */
  least_shared: z.number().min(0.01).max(1).default(0.7),
});

const sourceId = z.string().min(1).max(64);

/** What a user has decided about one series. */
export const seriesSettingsSchema = z.strictObject({
  source: sourceId,
  subtype: z.string().max(8191),
  /** Days that are left out of its training. */
  omit_days: z
    .array(z.string().max(10).refine(isDay, 'write the day as YYYY-MM-DD'))
    .max(366)
    .optional(),
  /** What differs from the minimums of its source. */
  floors: floorsSchema.optional(),
});

/** A day that is left out for every series: of one source, or of all sources. */
export const outageSchema = z.strictObject({
  day: z.string().max(10).refine(isDay, 'write the day as YYYY-MM-DD'),
  /** All sources if it names none. */
  source: sourceId.optional(),
});

/** Everything that a user can set, with defaults. The keys are those of the settings file. */
export const settingsSchema = z.strictObject({
  /** The IANA zone whose calendar days are analyzed. */
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'use an IANA zone such as Europe/Vienna or UTC')
    .optional(),
  method: z.enum(['calibrated', 'talk']).default('calibrated'),
  training: z
    .strictObject({
      /** How many days before the tested day are learned from. */
      days: z.number().int().min(1).max(92).default(31),
      /** Which weekdays are the weekend. Their counts are learned separately. There may be none. */
      weekend: weekdaysSchema.max(6).default(['saturday', 'sunday']),
    })
    .prefault({}),
  retention: retentionSchema.prefault({}),
  notifications: notificationsSchema.prefault({}),
  incidents: incidentSettingsSchema.prefault({}),
  talk: talkSettingsSchema.prefault({}),
  calibrated: calibratedSettingsSchema.prefault({}),
  sources: z.array(sourceSettingsSchema).max(200).default([]),
  /** One entry for each source: the minimums of all of its series. */
  floors: z
    .array(z.strictObject({ source: sourceId, floors: floorsSchema }))
    .max(200)
    .default([]),
  series: z.array(seriesSettingsSchema).max(10000).default([]),
  outages: z.array(outageSchema).max(1000).default([]),
});

export type TrainingSettings = z.infer<typeof settingsSchema>['training'];
export type CalibratedSettings = z.infer<typeof calibratedSettingsSchema>;
export type Floors = z.infer<typeof floorsSchema>;
export type TalkSettings = z.infer<typeof talkSettingsSchema>;
export type Outage = z.infer<typeof outageSchema>;
export type SeriesSettings = z.infer<typeof seriesSettingsSchema>;
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;
export type SettingsFile = z.input<typeof settingsSchema>;

/** Settings whose sources are complete and whose zone is known. */
export interface Settings extends Omit<z.infer<typeof settingsSchema>, 'sources' | 'zone'> {
  readonly zone: string;
  readonly sources: readonly z.infer<typeof sourceSchema>[];
}

/** The zone that is used if the settings name none. */
export const defaultZone = systemZone;
