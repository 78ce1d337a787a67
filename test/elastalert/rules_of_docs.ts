import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const DOCS = resolve(__dirname, '../../docs');
const FENCE = /```yaml\n([^`]*)```/g;

/** A rule for ElastAlert as a page of the documentation has it. */
export interface DocumentedRule {
  /** The page. */
  readonly page: string;
  readonly text: string;
}

/**
 * The rules in the documentation, each as it is written there.
 *
 * @throws if a page has none
 */
export async function rulesOfDocs(pages: readonly string[]): Promise<DocumentedRule[]> {
  const found = pages.map(async (page) => {
    const text = await readFile(resolve(DOCS, page), 'utf8');
    const rules = [...text.matchAll(FENCE)].flatMap(([, fenced = '']) =>
      /^type: \w+$/m.test(fenced) && fenced.includes('logwave-findings') ? [fenced] : [],
    );
    if (rules.length === 0) throw new Error(`${page} has no rule for ElastAlert`);
    return rules.map((rule) => ({ page, text: rule }));
  });
  return (await Promise.all(found)).flat();
}

/** The same rule with an alert that writes to the log: where an alert goes is not what is tried. */
export function withDebugAlert(rule: string): string {
  return rule.replace(/^alert: \w+$/m, 'alert: debug').replace(/^email: .*\n/m, '');
}
