import { hookOnPage } from '../../../../test/fixtures/page_hook';
import { settle } from '../../../../test/fixtures/render_hook';
import { useDocuments } from './use_documents';

const SERIES = { source: 'syslog', subtype: '5' };

function pageOf(ids: readonly string[], next: string | null, total = 3) {
  const documents = ids.map((id) => ({ index: 'logs-1', id }));
  return { documents, next, total, missing: null, zone: 'UTC' };
}

async function opened() {
  const use = (hours: readonly number[]) =>
    useDocuments('2015-04-01', SERIES, { hours, isLatestFirst: true });
  return hookOnPage(use, [15]);
}

describe('the documents of a finding', () => {
  it('arrive page by page, each once', async () => {
    const { now, last } = await opened();
    expect(last().parts).toMatchObject({ query: { ...SERIES, hours: '15', order: 'latest' } });
    expect(now()).toMatchObject({ isLoading: true, total: undefined, hasMore: false });
    await last().answer(pageOf(['a', 'b'], 'after b'));
    expect(now()).toMatchObject({ isLoading: false, total: 3, hasMore: true, zone: 'UTC' });
    await settle(() => now().more());
    expect(last().parts).toMatchObject({ query: { after: 'after b' } });
    await last().answer(pageOf(['b', 'c'], null));
    expect(now().documents.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(now().hasMore).toBe(false);
  });

  it('stay where a further page fails, which can be asked for again', async () => {
    const { now, last } = await opened();
    await last().answer(pageOf(['a'], 'after a'));
    await settle(() => now().more());
    await last().fail(502);
    expect(now()).toMatchObject({ fault: { statusCode: 502 }, isLoading: false, hasMore: true });
    expect(now().documents).toHaveLength(1);
    await settle(() => now().more());
    await last().answer(pageOf(['b'], null));
    expect(now()).toMatchObject({ fault: undefined, hasMore: false });
  });

  it('are those of the hours that are wanted now', async () => {
    const { asked, draw, last } = await opened();
    await draw([16]);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(last().parts).toMatchObject({ query: { hours: '16' } });
  });
});
