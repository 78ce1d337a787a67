import { join } from 'node:path';
import { build } from 'esbuild';

/** The methods as one script for a browser, which gets `detector.assessCases`. */
export async function bundleDetector(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'assess_cases.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'detector',
    platform: 'browser',
    target: 'es2020',
    minify: true,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
