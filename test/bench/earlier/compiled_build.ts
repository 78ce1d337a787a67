import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build as bundle, type BuildOptions } from 'esbuild';
import type * as SettingsModule from '../../../common/settings/settings';
import type * as AssessModule from '../../../common/waveform/assess_series';
import type * as DetectModule from '../../../common/waveform/detect_case';
import type * as BacktestModule from '../backtest';
import type { Build } from './load_build';

const ROOT = resolve(__dirname, '../../..');
const COMPILED = join(ROOT, '.logwave', 'builds', 'compiled');
/** What runs in threads, in the builds that have them. */
const THREAD = 'standalone/threads/day_thread.ts';

type Modules = Pick<typeof SettingsModule, 'settingsSchema'> &
  Pick<typeof AssessModule, 'assessSeries'> &
  Pick<typeof DetectModule, 'detectCase'> &
  Pick<typeof BacktestModule, 'benchBacktest'>;

const ENTRY = `
export { settingsSchema } from './common/settings/settings';
export { assessSeries } from './common/waveform/assess_series';
export { detectCase } from './common/waveform/detect_case';
export { benchBacktest } from './test/bench/backtest';
`;

/**
 * Compiles the detector of a build as the npm package is compiled, in `.logwave/builds/compiled`, and
 * loads it. Sources that are run as they are would say less: each build would pay for its names of
 * functions and for its imports, which differ, and threads for compiling all that they load.
 *
 * @param folder the sources of the build; this build without one
 * @throws Error where the sources cannot be compiled
 */
export async function compileBuild(name: string, folder = ROOT): Promise<Build> {
  const output = join(COMPILED, name);
  const program = join(output, 'program.js');
  const common: BuildOptions = {
    absWorkingDir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { LOGWAVE_PACKED: 'true' },
    logLevel: 'error',
  };
  await bundle({
    ...common,
    stdin: { contents: ENTRY, resolveDir: folder, loader: 'ts' },
    outfile: program,
  });
  if (existsSync(join(folder, THREAD))) {
    await bundle({
      ...common,
      entryPoints: [join(folder, THREAD)],
      outfile: join(output, 'day_thread.js'),
    });
  }
  const { settingsSchema, ...others } = createRequire(__filename)(program) as Modules;
  return { name, ...others, settings: settingsSchema.parse({}) };
}
