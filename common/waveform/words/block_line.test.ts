import { blockLine } from './block_line';

describe('blockLine', () => {
  it('fills the height in eighths', () => {
    expect(blockLine([0, 1, 2, 3, 4, 5, 6, 7, 8], 8, 1)).toBe('·▁▂▃▄▅▆▇█');
  });

  it('shows the smallest count, and cuts what is above the top', () => {
    expect(blockLine([0.01, 500], 100, 1)).toBe('▁█');
  });

  it('distinguishes unknown from zero, and has the requested width', () => {
    expect(blockLine([null, 0, 4], 4, 2)).toBe('??··██');
  });
});
