/** Chance that can be repeated: the same seed gives the same study on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  uniform(): number;
  normal(): number;
  /** Whether something with this probability happens. */
  happens(probability: number): boolean;
  /** One of the names, by their shares; shares need not sum to 1. */
  pick<Name extends string>(shares: Readonly<Record<Name, number>>): Name;
}

/**
 * Begins a stream of chance (Mulberry32: 32 bits of state, enough for a demonstration and for nothing else).
 *
 * @param seed a whole number.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    happens: (probability) => uniform() < probability,
    pick<Name extends string>(shares: Readonly<Record<Name, number>>): Name {
      const names = Object.keys(shares) as Name[];
      let left = uniform() * names.reduce((sum, name) => sum + shares[name], 0);
      for (const name of names) {
        left -= shares[name];
        if (left < 0) return name;
      }
      return names[0] as Name;
    },
  };
}
