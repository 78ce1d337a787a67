import { DARK_THEME, LIGHT_THEME } from '@elastic/charts';
import { NO_POINT, POINT_SHOWN, pointShown } from './point_shown';

describe('pointShown', () => {
  it('writes a boolean where the theme of the library has one', () => {
    expect(pointShown(true, true)).toEqual({ visible: true });
    expect(pointShown(false, false)).toEqual({ visible: false });
  });

  it('writes a word where the theme of the library has one', () => {
    expect(pointShown('auto', true)).toEqual({ visible: 'always' });
    expect(pointShown('never', false)).toEqual({ visible: 'never' });
  });

  it('knows the library that is here, whose themes agree', () => {
    expect([NO_POINT, POINT_SHOWN]).toEqual([{ visible: false }, { visible: true }]);
    expect(typeof DARK_THEME.lineSeriesStyle.point.visible).toBe(
      typeof LIGHT_THEME.lineSeriesStyle.point.visible,
    );
  });
});
