import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as CountingModule from '../../../server/app/counting/count_hours';
import type * as PortsModule from '../../../server/wiring/create_counting_ports';

const ROOT = resolve(__dirname, '../../..');

/** Counting of one build of the project. */
export type Counting = Pick<typeof CountingModule, 'countHours'> &
  Pick<typeof PortsModule, 'createCountingPorts'>;

/** Loads the counting of the earlier build in a folder; of this build without one. */
export function loadCounting(folder?: string): Counting {
  const load = createRequire(__filename);
  const from = (path: string): unknown => load(join(folder ?? ROOT, path));
  const [hours, ports] =
    folder === undefined
      ? ['server/app/counting/count_hours.ts', 'server/wiring/create_counting_ports.ts']
      : ['server/app/count_hours.ts', 'server/elastic/create_counting_ports.ts'];
  const { countHours } = from(hours) as typeof CountingModule;
  const { createCountingPorts } = from(ports) as typeof PortsModule;
  return { countHours, createCountingPorts };
}
