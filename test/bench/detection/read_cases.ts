import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { detectCaseSchema, seriesCaseOf } from '../../../common/waveform/detect_case';
import type { LabeledCase } from '../../generator/labeled_case';

const hours = z.array(z.number().int().min(0).max(23));

/** A case as `logwave detect` reads it, with its label. */
const labeledSchema = detectCaseSchema.extend({
  hours,
  ignore: hours.default([]),
  kind: z.string(),
  family: z.string(),
  direction: z.enum(['high', 'low']).nullable(),
});

async function linesOf(path: string): Promise<string[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

/**
 * Reads labeled cases, one JSON a line, plain or gzip. Lines with the same `id` belong together, so
 * that cases and labels may stand in two files.
 *
 * @throws Error that names the case, where something is missing or wrong
 */
export async function readCases(paths: readonly string[]): Promise<LabeledCase[]> {
  const byId = new Map<string, object>();
  for (const path of paths) {
    for (const line of await linesOf(path)) {
      const part = JSON.parse(line) as { readonly id?: string };
      byId.set(String(part.id), { ...byId.get(String(part.id)), ...part });
    }
  }
  return [...byId].map(([id, given]) => {
    const parsed = labeledSchema.safeParse(given);
    if (!parsed.success) throw new Error(`case ${id}: ${z.prettifyError(parsed.error)}`);
    const { hours: labeled, ignore: ignored, kind, family, direction } = parsed.data;
    return { ...seriesCaseOf(parsed.data), hours: labeled, ignored, kind, family, direction };
  });
}
