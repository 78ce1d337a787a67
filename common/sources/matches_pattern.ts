const ANY = '*';

/**
 * Whether a name matches a pattern in which each `*` stands for any characters, or none.
 *
 * The steps are at most proportional to the length of the name times that of the pattern, for any
 * input. Only the last `*` is ever tried again, since it can match whatever an earlier one could
 * have matched. A regular expression would try all combinations.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let lastAny = -1;
  let takenUntil = 0;
  while (at < name.length) {
    if (pattern[place] === ANY) {
      lastAny = place;
      takenUntil = at;
      place += 1;
    } else if (place < pattern.length && pattern[place] === name[at]) {
      place += 1;
      at += 1;
    } else if (lastAny >= 0) {
      takenUntil += 1;
      at = takenUntil;
      place = lastAny + 1;
    } else {
      return false;
    }
  }
  while (pattern[place] === ANY) place += 1;
  return place === pattern.length;
}
