import { Option, type Command } from 'commander';
import { systemZone } from '../../../common/time';
import { sayOddZone } from './odd_zone';
import { zoneOption } from './option_values';

/** Adds `--zone`. The default is the zone of this machine. */
export function withZoneOption(command: Command, description: string): Command {
  return command
    .addOption(new Option('--zone <zone>', description).default(systemZone()).argParser(zoneOption))
    .hook('preAction', () => {
      if (command.getOptionValueSource('zone') === 'default') sayOddZone();
    });
}
