/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** A whole number from `low` to `high`, inclusive. */
  readonly whole: (low: number, high: number) => number;
  /** One of the items. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** Events of a Poisson stream. */
  readonly poisson: (mean: number) => number;
  /** Overdispersed events: variance mean + dispersion · mean². */
  readonly negativeBinomial: (mean: number, dispersion: number) => number;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** A Poisson number of at most this mean is drawn in one step, since e^−mean must not underflow. */
const PIECE = 100;

/** A seed from several parts. A difference in any of them gives other numbers (FNV-1a). */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = FNV_OFFSET;
  for (const character of JSON.stringify(parts)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  }
  return hash >>> 0;
}

/** Numbers in [0, 1) by Mulberry32: 32 bits of state, enough for sample data. */
function uniformFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Gamma with a shape of at least 1 and scale 1 (Marsaglia and Tsang, 2000). */
function drawGamma(uniform: () => number, normal: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Knuth's product of uniforms, in pieces. */
function drawPoisson(uniform: () => number, mean: number): number {
  let events = 0;
  for (let rest = mean; rest > 0; rest -= PIECE) {
    const bound = Math.exp(-Math.min(rest, PIECE));
    for (let product = uniform(); product > bound; product *= uniform()) events += 1;
  }
  return events;
}

/** Makes a source of random numbers. @param seed any whole number */
export function randomFrom(seed: number): Random {
  const uniform = uniformFrom(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean: number): number => drawPoisson(uniform, mean);
  const whole = (low: number, high: number): number =>
    low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    whole,
    normal,
    poisson,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    negativeBinomial: (mean, dispersion) => {
      if (mean === 0 || dispersion === 0) return poisson(mean);
      return poisson(drawGamma(uniform, normal, 1 / dispersion) * dispersion * mean);
    },
  };
}
