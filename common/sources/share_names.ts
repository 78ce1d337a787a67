const ANY = '*';

/**
 * Whether two patterns match a name that is the same. Each `*` stands for any characters, or none. The steps
 * are at most the length of one pattern times that of the other.
 */
export function shareNames(one: string, other: string): boolean {
  /** Whether what is left of both, from a place of one on, by places of the other, matches the same. */
  let later: boolean[] = [];
  for (let at = one.length; at >= 0; at -= 1) {
    const row: boolean[] = [];
    for (let place = other.length; place >= 0; place -= 1) {
      const [letter, otherLetter] = [one[at], other[place]];
      const [below, beside, next] = [later[place], row[place + 1], later[place + 1]];
      if (letter === undefined && otherLetter === undefined) row[place] = true;
      // A star stands for nothing, or for what the other one has there.
      else if (letter === ANY || otherLetter === ANY)
        row[place] = below === true || beside === true;
      else row[place] = letter === otherLetter && next === true;
    }
    later = row;
  }
  return later[0] === true;
}
