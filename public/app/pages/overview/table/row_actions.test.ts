import { createElement } from 'react';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { ServicesContext, type PageServices } from '../../../basics';
import { rowsOfDay, type OverviewRow } from '../../../rows';
import { RowActions } from './row_actions';
import { RowContextProvider, type RowContext } from './row_context';

const answer = ordinaryDay();
const row = firstSeries(rowsOfDay(answer).flagged);
const source = row.series?.source ?? '';
const { head } = answer;

function firstSeries(rows: readonly OverviewRow[]): OverviewRow {
  const found = rows.find(({ series }) => series !== undefined);
  if (found === undefined) throw new Error('no series of the fixture is flagged');
  return found;
}

/** The links of a flagged row, by their names for tests. */
function linksOf(forbidden: ReadonlySet<string>): unknown[] {
  const history = { createHref: ({ pathname }: { pathname: string }) => pathname };
  const services = { history } as unknown as PageServices;
  const view = { scale: 'own', folded: false };
  const context = { head, view, forbidden, sources: undefined } as unknown as RowContext;
  const actions = createElement(RowActions, { row, isCurrent: true });
  const inTable = createElement(RowContextProvider, { value: context }, actions);
  let drawn: ReactTestRenderer | undefined;
  act(() => {
    drawn = create(createElement(ServicesContext.Provider, { value: services }, inTable));
  });
  const links = drawn?.root.findAll(({ type }) => type === 'a') ?? [];
  return links.map(({ props }) => props['data-test-subj'] as unknown);
}

describe('the links of a flagged row', () => {
  it('lead to the series and its documents', () => {
    expect(linksOf(new Set())).toEqual(['logwaveRowOpen', 'logwaveRowDocuments']);
  });

  it('do not lead to documents that the reader may not see', () => {
    expect(linksOf(new Set([source]))).toEqual(['logwaveRowOpen']);
  });
});
