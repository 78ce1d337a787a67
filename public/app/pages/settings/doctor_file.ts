import { LIGHT_THEME } from '@elastic/charts';
import { version as reactVersion } from 'react';
import type { AnswerOf, getDiagnostics } from '../../../../common/api';
import type { PageServices } from '../../basics';

type Diagnostics = AnswerOf<typeof getDiagnostics>;

/** The author of the file, and the browser's description of itself. */
type Writer = Pick<PageServices, 'host' | 'hostFacts' | 'now'> & { readonly userAgent: string };

/**
 * Diagnostics as a text to attach to a bug report, in JSON: the server's answer, and what the page
 * can see itself. It has names of sources, indices and users, and their rights. It has no password,
 * no key and no log line.
 */
export function doctorFile(diagnostics: Diagnostics, writer: Writer): string {
  const { host, hostFacts, now, userAgent } = writer;
  const page = {
    host,
    browser: userAgent,
    react: reactVersion,
    charts_point_visible: typeof LIGHT_THEME.lineSeriesStyle.point.visible,
    ...hostFacts?.(),
  };
  const made_at = now().toISOString();
  const file = { made_at, diagnostics, page };
  return `${JSON.stringify(file, null, 2)}\n`;
}
