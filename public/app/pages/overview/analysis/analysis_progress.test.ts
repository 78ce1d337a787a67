import { createElement } from 'react';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import type { ApiRun } from '../../../../../common/api/schemas/run_schema';
import { AnalysisProgress } from './analysis_progress';

const { run } = ordinaryDay();

function drawn(given: ApiRun | undefined, isOver: boolean): ReactTestRenderer['root'] {
  let renderer: ReactTestRenderer | undefined;
  const props = { day: run.day, run: given, fault: undefined, isOver, onCancel: () => undefined };
  act(() => {
    renderer = create(createElement(AnalysisProgress, props));
  });
  if (renderer === undefined) throw new Error('nothing was drawn');
  return renderer.root;
}

const lines = (root: ReactTestRenderer['root']): number =>
  root.findAll(({ type }) => type === 'li' || type === 'p').length;

describe('the card of a run', () => {
  it('is as high before the first sign of life as after it', () => {
    const counting = {
      ...run,
      status: 'running' as const,
      progress: { ...run.progress, findings: 0, documents_to_tag: 0 },
    };
    expect(lines(drawn(undefined, false))).toBe(lines(drawn(counting, false)));
  });

  it('counts documents while it tags', () => {
    const texts = JSON.stringify(
      drawn(run, false)
        .findAll(({ type }) => type === 'span')
        .map(({ children }) => children),
      (_, value: unknown) => (typeof value === 'object' && !Array.isArray(value) ? null : value),
    );
    expect(texts).toContain('Documents tagged');
    expect(texts).toContain('131 of 131');
  });

  it('is drawn over a visible result, so that the table does not move', () => {
    const classOf = (isOver: boolean): unknown =>
      drawn(run, isOver).findByType('section').props['className'];
    expect(classOf(true)).toContain('lwProgress-over');
    expect(classOf(false)).not.toContain('lwProgress-over');
  });
});
