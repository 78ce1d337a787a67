import { runInProcess } from '../../../test/fixtures/command_in_process';
import { registerSilence } from './silence';

describe('a mark of a host', () => {
  it.each([
    ['--gone', 'web1'],
    ['--mute', 'web1', '--until', '2026-12-24'],
    ['--back', 'web1'],
  ])('is refused for a source that the settings do not have: %s', async (...mark) => {
    // No Elasticsearch answers there: a mark that is not refused before fails to connect.
    const args = ['silence', ...mark, '--source', 'sylsog', '--es', 'http://127.0.0.1:1'];
    await expect(runInProcess(registerSilence, args)).rejects.toMatchObject({
      message: 'there is no source sylsog in the settings',
      exitCode: 2,
    });
  });
});
