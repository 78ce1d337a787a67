import { withClusterToRead } from '../../standalone/cli/basics/context';
import { lookAt, type Look } from '../../standalone/cli/commands/look';
import { MemoryCluster } from '../../standalone/memory';
import { LOOK_DAY } from './look_logs';

/** Looks at the logs of the bench as `logwave look --once` does. @param es the address of the cluster */
export function lookOnce(es: string): Promise<Look> {
  const options = { es, zone: 'UTC', day: LOOK_DAY, once: true } as const;
  return withClusterToRead(options, new MemoryCluster(), (client, signal) =>
    lookAt(client, options, signal),
  );
}
