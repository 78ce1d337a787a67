import { Option, type Command } from 'commander';
import { addDays, type Day, dayAt } from '../../../common/time';
import { GRACE_MS } from '../../../common/waveform/hours';
import { daysOption, seedOption } from './option_values';
import { withZoneOption } from './zone_option';

const DEFAULT_DAYS = 36;
const DEFAULT_SEED = 1;

/** Which sample logs a command works with. */
export interface SampleChoice {
  readonly days: number;
  readonly seed: number;
  readonly zone: string;
}

/** Adds the options of commands that write sample logs. */
export function withSampleOptions(command: Command): Command {
  command
    .addOption(
      new Option('--days <number>', 'how many days of sample logs')
        .default(DEFAULT_DAYS)
        .argParser(daysOption),
    )
    .addOption(
      new Option('--seed <number>', 'the same seed gives the same logs')
        .default(DEFAULT_SEED)
        .argParser(seedOption),
    );
  return withZoneOption(command, 'the time zone of the days and clocks');
}

/** The last day that is over. */
export function yesterdayIn(zone: string, now: Date): Day {
  return addDays(dayAt(now.getTime(), zone), -1);
}

/**
 * The last day of which an analysis takes all hours for over: yesterday, and the day before it in the
 * first 15 minutes of a day, while yesterday's last documents may still come.
 */
export function lastWholeDayIn(zone: string, now: Date): Day {
  return yesterdayIn(zone, new Date(now.getTime() - GRACE_MS));
}
