import { readPublicBase } from './public_base';

describe('readPublicBase', () => {
  it('begins links, without a slash at its end', () => {
    expect(readPublicBase('https://kibana.example/base/')).toMatchObject({
      url: 'https://kibana.example/base',
      fault: null,
    });
  });

  it('says which setting is missing', () => {
    expect(readPublicBase(undefined)).toEqual({
      url: undefined,
      noLink: 'There is no link to this day: set server.publicBaseUrl in kibana.yml.',
      fault: null,
    });
  });

  it.each(['https://ana:hunter2@kibana.example', 'https://kibana.example/?token=hunter2'])(
    'is left out with a sentence for the log and for messages: %s',
    (given) => {
      const { url, noLink, fault } = readPublicBase(given);
      expect(url).toBeUndefined();
      expect(noLink).toMatch(/^There is no link to this day: server\.publicBaseUrl must .*\.$/);
      expect(fault).toMatch(/^Links are left out: server\.publicBaseUrl must .*\.$/);
      expect(`${noLink}${fault ?? ''}`).not.toContain('hunter2');
    },
  );
});
