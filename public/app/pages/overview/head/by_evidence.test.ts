import type { PresetEvidence } from '../../../../../common/api/setup/find_presets';
import { changesByEvidence, settingsByEvidence } from './by_evidence';

function preset(id: string, enabled: boolean, documents: number): PresetEvidence {
  return { id, name: id, index: 'logs-*', enabled, documents, words: `${documents} documents` };
}

describe('presets by evidence', () => {
  const presets = [
    preset('syslog', true, 0),
    preset('ossec', true, 9),
    preset('windows', false, 12),
    preset('otel', false, 0),
  ];

  it('are switched on where documents have their fields, others off', () => {
    const { on, off } = changesByEvidence(presets);
    expect([on, off].map((some) => some.map(({ id }) => id))).toEqual([['windows'], ['syslog']]);
  });

  it('stay as they are if no preset fits', () => {
    expect(changesByEvidence([preset('syslog', true, 0)])).toEqual({ on: [], off: [] });
  });

  it('change the settings in nothing else', () => {
    const saved = { zone: 'UTC', sources: [{ id: 'syslog', index: 'mine-*' }, { id: 'ossec' }] };
    expect(settingsByEvidence(saved, changesByEvidence(presets))).toEqual({
      zone: 'UTC',
      sources: [
        { id: 'syslog', index: 'mine-*', enabled: false },
        { id: 'ossec' },
        { id: 'windows', enabled: true },
      ],
    });
  });
});
