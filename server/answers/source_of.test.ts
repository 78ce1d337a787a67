import { noSource } from './source_of';

describe('noSource', () => {
  it('names the unknown source, and those that there are', () => {
    expect(noSource('nope', ['syslog', 'ossec'])).toMatchObject({
      code: 'source_not_found',
      message: 'there is no source nope: the sources are syslog, ossec',
    });
    expect(noSource('nope', []).message).toBe('there is no source nope: there is none');
  });

  it('does not name very many', () => {
    const many = Array.from({ length: 12 }, (_, place) => `s${place}`);
    expect(noSource('nope', many).message).toMatch(/: the sources are s0, .*, s9 and 2 more$/);
  });
});
