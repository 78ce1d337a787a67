import { version } from 'react';
import type { AnswerOf } from '../../../../common/api/basics/endpoint';
import type { getDiagnostics } from '../../../../common/api/setup/get_diagnostics';
import { doctorFile } from './doctor_file';

const DIAGNOSTICS = {
  user: 'ana',
  security: true,
  versions: { logwave: '0.1.0', host: 'Kibana 9.5.4', host_tested: 'facts' },
  notes: ['The privilege "read" is missing on "logstash-*".'],
} as unknown as AnswerOf<typeof getDiagnostics>;

const WRITER = {
  host: 'kibana',
  now: () => new Date('2026-11-28T08:00:00Z'),
  userAgent: 'Chromium',
} as const;

describe('doctorFile', () => {
  it('has what the server answered, and when', () => {
    expect(JSON.parse(doctorFile(DIAGNOSTICS, WRITER))).toMatchObject({
      made_at: '2026-11-28T08:00:00.000Z',
      diagnostics: DIAGNOSTICS,
    });
  });

  it('has what the page sees of its host by looking', () => {
    const hostFacts = () => ({ discover: ['discover_v2'] });
    expect(JSON.parse(doctorFile(DIAGNOSTICS, { ...WRITER, hostFacts }))).toMatchObject({
      page: {
        host: 'kibana',
        browser: 'Chromium',
        react: version,
        charts_point_visible: 'boolean',
        discover: ['discover_v2'],
      },
    });
  });
});
