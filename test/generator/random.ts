/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly whole: (low: number, high: number) => number;
  /** One of the items. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** Normal with mean 0 and standard deviation 1 (Box and Muller, 1958). */
  readonly normal: () => number;
  /** Log-uniform in [low, high]. */
  readonly scale: (low: number, high: number) => number;
  /** Events of a Poisson stream; above 200 expected events a rounded normal. */
  readonly poisson: (mean: number) => number;
  /** Overdispersed events: variance mean + dispersion · mean². */
  readonly negativeBinomial: (mean: number, dispersion: number) => number;
}

/** Looked up once: in a sandbox the global object is slow. */
const { cos, exp, floor, log, max, min, round, sqrt } = Math;

const LARGE = 200;
/** A Poisson number of at most this mean is drawn in one go: e^−mean must not underflow. */
const PIECE = 100;

/** Mulberry32: 32 bits of state, enough for test data. */
function uniformFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normalFrom(uniform: () => number): () => number {
  return () => sqrt(-2 * log(1 - uniform())) * cos(2 * Math.PI * uniform());
}

/** Gamma with the given shape and scale 1 (Marsaglia and Tsang, 2000). */
function gammaFrom(uniform: () => number, normal: () => number, shape: number): number {
  if (shape < 1) {
    return gammaFrom(uniform, normal, shape + 1) * (1 - uniform()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (log(1 - uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

/** Knuth's product of uniforms, in pieces. */
function poissonFrom(uniform: () => number, mean: number): number {
  let events = 0;
  for (let rest = mean; rest > 0; rest -= PIECE) {
    const bound = exp(-min(rest, PIECE));
    for (let product = uniform(); product > bound; product *= uniform()) events += 1;
  }
  return events;
}

/** Makes a source of random numbers. @param seed any whole number */
export function randomFrom(seed: number): Random {
  const uniform = uniformFrom(seed);
  const normal = normalFrom(uniform);
  const whole = (low: number, high: number): number => low + floor(uniform() * (high - low + 1));
  const poisson = (mean: number): number =>
    mean > LARGE ? max(0, round(mean + sqrt(mean) * normal())) : poissonFrom(uniform, mean);
  return {
    uniform,
    whole,
    normal,
    poisson,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    scale: (low, high) => low * exp(uniform() * log(high / low)),
    negativeBinomial: (mean, dispersion) => {
      if (mean === 0 || dispersion === 0) return poisson(mean);
      return poisson(gammaFrom(uniform, normal, 1 / dispersion) * dispersion * mean);
    },
  };
}
