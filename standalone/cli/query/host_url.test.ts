import { hostUrl } from './host_url';

describe('hostUrl', () => {
  it.each([
    ['localhost', 'http://localhost:9200'],
    ['10.0.0.7:9201', 'http://10.0.0.7:9201'],
    ['[::1]', 'http://[::1]:9200'],
    ['[::1]:9201', 'http://[::1]:9201'],
    ['https://ann:secret@logs.example.org', 'https://ann:secret@logs.example.org'],
  ])('reads %s as %s', (host, url) => {
    expect(hostUrl(host)).toBe(url);
  });
});
