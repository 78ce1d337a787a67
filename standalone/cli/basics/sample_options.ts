import { Option, type Command } from 'commander';
import { addDays, type Day, dayAt } from '../../../common/time';
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
