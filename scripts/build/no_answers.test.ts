import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutAnswer } from './no_answers';

describe('withoutAnswer', () => {
  it('takes what only the description of the API looks at', () => {
    const path = join(__dirname, '../../common/api/setup/preview_settings.ts');
    const code = withoutAnswer(readFileSync(path, 'utf8'));
    expect(code).toContain('  answer: undefined,\n  status: 200,');
    expect(code).toContain("  summary: '',");
    expect(code).toContain('    settings: settingsSchema,');
    expect(code).not.toContain('z.array(previewedDaySchema)');
  });

  it('leaves fields of these names alone', () => {
    const field = '    summary: sentence,\n    answer: sentence,\n    status: number,\n';
    expect(withoutAnswer(field)).toBe(field);
  });
});
