import { monthColumns, monthLayout } from './month_layout';

const MARGINS = 48;
const forWindow = (width: number) => monthLayout(width - MARGINS);

describe('the columns of the month', () => {
  it('are all there at 1400 pixels, with 25 pixels a day', () => {
    expect(forWindow(1400)).toMatchObject({ code: 112, unit: 48, isStacked: false });
    expect(forWindow(1400).scale.day).toBe(25);
    expect(monthColumns(forWindow(1400))).toBe(6);
  });

  it('give up codes before names, and put names above the days in a narrow window', () => {
    expect(forWindow(1280)).toMatchObject({ code: 112, isStacked: false });
    expect(forWindow(1024)).toMatchObject({ code: 0, unit: 48, isStacked: false });
    expect(forWindow(768)).toMatchObject({ isStacked: true });
    expect(monthColumns(forWindow(768))).toBe(1);
  });

  it('leave names their room, and never get wider than the window', () => {
    for (let width = 400; width < 1700; width += 9) {
      const { scale, code, unit, began, words, isStacked } = forWindow(width);
      const name = width - MARGINS - (scale.width + code + unit + began + words);
      expect(name).toBeGreaterThanOrEqual(isStacked ? 0 : 196);
    }
  });

  it('have links that are wide enough to be hit', () => {
    for (const width of [1600, 1280, 1024, 768, 400]) {
      const { day, named } = forWindow(width).scale;
      expect(day * named).toBeGreaterThanOrEqual(24);
    }
  });
});
