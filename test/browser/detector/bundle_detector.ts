import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { asInstalled } from '../../../scripts/build';

/** The methods as one script for a browser, which gets `detector.assessCases`. */
export async function bundleDetector(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: resolve(__dirname, '../../..'),
    entryPoints: [join(__dirname, 'assess_cases.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'detector',
    platform: 'browser',
    alias: asInstalled,
    target: 'es2020',
    minify: true,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
