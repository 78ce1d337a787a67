import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type * as DetectCaseModule from '../../../../common/waveform/detect_case';
import type { Part } from './parts';

const WAVEFORM = resolve(__dirname, '../../../../common/waveform');
const ENTRY = join(WAVEFORM, 'detect_case.ts');

/** The file that holds a part. */
export function fileOf({ file }: Part): string {
  return resolve(WAVEFORM, 'calibrated', file);
}

/**
 * The text of a part's file without the part.
 *
 * @throws Error where the code has changed so that the part is not found in it
 */
export async function textWithout(part: Part): Promise<string> {
  const source = await readFile(fileOf(part), 'utf8');
  return part.edits.reduce((text, [found, without]) => {
    if (text.split(found).length !== 2) {
      throw new Error(`"${part.name}": "${found}" stands not once in ${part.file}`);
    }
    return text.replace(found, () => without);
  }, source);
}

function leavingOut(part: Part): Plugin {
  return {
    name: 'leaving-out',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) =>
        path === fileOf(part) ? { contents: await textWithout(part), loader: 'ts' } : undefined,
      );
    },
  };
}

/**
 * The detector without a part of the calibrated method: bundled from a copy of its code, so that the
 * method itself needs no switches. Without a part it is the method as it is.
 */
export async function detectorWithout(
  part: Part | undefined,
): Promise<typeof DetectCaseModule.detectCase> {
  const folder = await mkdtemp(join(tmpdir(), 'logwave-without-'));
  const outfile = join(folder, 'detect_case.cjs');
  try {
    const plugins = part === undefined ? [] : [leavingOut(part)];
    const bundled = { bundle: true, platform: 'node', format: 'cjs' } as const;
    await build({ entryPoints: [ENTRY], outfile, plugins, ...bundled, logLevel: 'error' });
    const module = createRequire(__filename)(outfile) as typeof DetectCaseModule;
    return module.detectCase;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
