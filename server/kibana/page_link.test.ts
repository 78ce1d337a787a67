import { pageLink } from './page_link';

describe('the link to a day', () => {
  it('leads into the space of the rule', () => {
    const base = 'https://kibana.example/base';
    expect(pageLink(base, '2026-11-28', 'default')).toBe(`${base}/app/logwave/day/2026-11-28`);
    expect(pageLink(base, '2026-11-28', 'blue team')).toBe(
      `${base}/s/blue%20team/app/logwave/day/2026-11-28`,
    );
  });

  it('is empty if it is not known where people open Kibana', () => {
    expect(pageLink(undefined, '2026-11-28', 'default')).toBe('');
  });
});
