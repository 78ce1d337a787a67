import { LIGHT_THEME } from '@elastic/charts';
import { version as reactVersion } from 'react';
import type { AnswerOf, getDiagnostics } from '../../../../common/api';
import type { PageServices } from '../../basics';

type Diagnostics = AnswerOf<typeof getDiagnostics>;

/** Who writes the file, and what the browser says of itself. */
type Writer = Pick<PageServices, 'host' | 'hostFacts' | 'now'> & { readonly userAgent: string };

/**
 * Diagnostics as a text to attach to a report, in JSON: what the server answered, and what the page
 * sees by looking. It has names of sources, indices and users, and what is allowed. It has no
 * password, no key and no line of a log.
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
