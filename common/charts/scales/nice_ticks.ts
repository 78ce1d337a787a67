const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest of 1, 2, 2.5, 5, 10, 20 … that is not below `least`. */
function niceStep(least: number, isWhole: boolean): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  const nice = STEPS.map((step) => step * unit).find(
    (step) => step >= least * (1 - 1e-9) && (!isWhole || Number.isInteger(step)),
  );
  return nice ?? 10 * unit;
}

/**
 * Round numbers from zero. The last is not below `top`, so that all values are within them.
 *
 * @param top at least the largest value; 1 if it is less than that
 * @param most how many steps there are at most
 */
export function niceTicks(top: number, most = 5): number[] {
  const reach = Math.max(top, 1);
  const step = niceStep(Math.max(reach / most, 1), true);
  const count = Math.ceil(reach / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
