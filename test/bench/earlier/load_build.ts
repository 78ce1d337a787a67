import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as SettingsModule from '../../../common/settings/settings';
import type * as AssessModule from '../../../common/waveform/assess_series';
import type * as DetectModule from '../../../common/waveform/detect_case';
import type * as BacktestModule from '../backtest';

const ROOT = resolve(__dirname, '../../..');

/** The detector of one build of the project. */
export interface Build {
  readonly name: string;
  readonly detectCase: typeof DetectModule.detectCase;
  readonly assessSeries: typeof AssessModule.assessSeries;
  readonly settings: AssessModule.AssessmentSettings;
  /** The bench of its back-test, which prints its seconds. */
  readonly benchBacktest: typeof BacktestModule.benchBacktest;
}

/** Loads the detector of the build whose sources are in a folder; this build without one. */
export function loadBuild(name: string, folder = ROOT): Build {
  const load = createRequire(__filename);
  const from = (path: string): unknown => load(join(folder, path));
  const { settingsSchema } = from('common/settings/settings.ts') as typeof SettingsModule;
  const { detectCase } = from('common/waveform/detect_case.ts') as typeof DetectModule;
  const { assessSeries } = from('common/waveform/assess_series.ts') as typeof AssessModule;
  const { benchBacktest } = from('test/bench/backtest.ts') as typeof BacktestModule;
  const settings = settingsSchema.parse({});
  return { name, detectCase, assessSeries, settings, benchBacktest };
}
