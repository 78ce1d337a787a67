import { settingsSchema } from '../../../../common/settings/settings';
import { assessAll } from '../detectors';
import type { LabeledCase } from '../../../generator/labeled_case';
import { measure, recallWithin } from '../metrics';
import { parts, type Part } from './parts';
import { detectorWithout } from './without_part';

const MOST_FALSE_ALARMS = 5;
const NAME_WIDTH = 52;

async function lineWithout(
  cases: readonly LabeledCase[],
  part: Part | undefined,
): Promise<{ readonly f1: number; readonly cells: string }> {
  const detect = await detectorWithout(part);
  const settings = settingsSchema.parse({});
  const assessed = assessAll(cases, (seriesCase) => detect(seriesCase, settings));
  const { f1, falseAlarmsPer100 } = measure(assessed);
  const within = recallWithin(assessed, MOST_FALSE_ALARMS).toFixed(3);
  return {
    f1,
    cells: `${f1.toFixed(3)} | ${falseAlarmsPer100.toFixed(1).padStart(6)} | ${within}`,
  };
}

/**
 * What each part of the calibrated method brings: the method as it is, and without one part at a
 * time.
 *
 * @param print takes one line at a time, each as soon as it is known
 */
export async function printAblation(
  cases: readonly LabeledCase[],
  print: (line: string) => void,
): Promise<void> {
  print(`| ${'left out'.padEnd(NAME_WIDTH)} | F1    | FA/100 | recall at ≤ 5 | what it brings |`);
  print(`|${'-'.repeat(NAME_WIDTH + 2)}|-------|--------|---------------|----------------|`);
  const whole = await lineWithout(cases, undefined);
  print(`| ${'nothing'.padEnd(NAME_WIDTH)} | ${whole.cells} | |`);
  for (const part of parts) {
    const { f1, cells } = await lineWithout(cases, part);
    print(`| ${part.name.padEnd(NAME_WIDTH)} | ${cells} | ${(whole.f1 - f1).toFixed(3)} |`);
  }
}
