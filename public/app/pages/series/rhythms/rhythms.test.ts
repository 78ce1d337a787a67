import { talkDay, talkWave } from '../../../../../test/fixtures/talk_day';
import { arithmeticWords, onlyDescribed, rhythmName } from './rhythm_words';
import { rhythmsOf } from './rhythms';

const DEPTH = 5;
const WEIGHTS = [2, 1 / 2, 1 / 4, 1 / 8, 1 / 16];

function talkRhythms() {
  const rhythms = rhythmsOf(talkDay, talkWave, DEPTH);
  if (rhythms === undefined) throw new Error('the talk has rhythms');
  return rhythms;
}

describe('rhythmsOf', () => {
  it('gives the mean level and the amplitudes of the waves, in events an hour', () => {
    const { components } = talkRhythms();
    const rounded = components.map(({ today, usual }) => [today.toFixed(2), usual.toFixed(2)]);
    expect(rounded).toEqual([
      ['11.96', '11.19'],
      ['4.97', '2.11'],
      ['2.49', '2.50'],
      ['1.09', '2.33'],
      ['3.73', '1.22'],
    ]);
  });

  it('gives the difference of the talk by the arithmetic that the page shows', () => {
    const { components, difference } = talkRhythms();
    const gaps = components.map(
      ({ today, usual }, k) => (WEIGHTS[k] ?? 0) * Math.abs(today - usual),
    );
    const sum = gaps.reduce((all, gap) => all + gap, 0);
    expect(sum / DEPTH / (components[4]?.usual ?? 1)).toBeCloseTo(difference ?? 0, 10);
    expect(difference).toBeCloseTo(0.54, 2);
  });

  it('needs all hours and a usual day', () => {
    expect(rhythmsOf([...talkDay.slice(1), null], talkWave, DEPTH)).toBeUndefined();
    expect(rhythmsOf(talkDay, null, DEPTH)).toBeUndefined();
  });

  it('has no number where the usual day lacks the last rhythm', () => {
    const flat = talkWave.map(() => 9);
    expect(rhythmsOf(talkDay, flat, DEPTH)?.difference).toBeNull();
  });
});

describe('the words of rhythms', () => {
  it('name each by its period', () => {
    expect([0, 1, 2, 3, 4, 5].map(rhythmName)).toEqual([
      'mean level',
      'once a day',
      'every 12 hours',
      'every 8 hours',
      'every 6 hours',
      'every 4.8 hours',
    ]);
  });

  it('show the arithmetic with its numbers', () => {
    expect(arithmeticWords(talkRhythms())).toBe(
      'The day’s difference is 0.54: the sum of the 5 gaps, weighted 2, ½, ¼, ⅛ and 1/16, divided by 5 and by 1.22, the usual value every 6 hours.',
    );
  });

  it('say why there is no number', () => {
    const flat = talkWave.map(() => 9);
    const rhythms = rhythmsOf(talkDay, flat, DEPTH);
    expect(rhythms && arithmeticWords(rhythms)).toContain('That value is 0');
  });

  it('say that they are a description where another method judged', () => {
    expect(onlyDescribed('talk', 0.5)).toBe('');
    expect(onlyDescribed('calibrated', 0.5)).toContain('threshold 0.50');
  });
});
