import { presetSources } from '../../../common/sources';
import { streamName } from './stream_name';

describe('the name of a stream', () => {
  const nameOf = streamName(presetSources);
  const series = (source: string, subtype: string) => nameOf({ source, host: null, subtype });

  it('is the host, and the source where all of it is silent', () => {
    expect(nameOf({ source: 'syslog', host: 'web1', subtype: null })).toBe('web1');
    expect(nameOf({ source: 'syslog', host: null, subtype: null })).toBe('syslog');
  });

  it('is that of its findings if it is a series', () => {
    expect(series('postfix', 'bounce')).toBe('Bounce notices');
    expect(series('syslog_program', 'sshd')).toBe('syslog program sshd');
  });

  it('is what is known of a series whose source is gone, or that has no subtype', () => {
    expect(series('removed', 'sshd')).toBe('sshd');
    expect(series('removed', '')).toBe('(empty)');
  });
});
