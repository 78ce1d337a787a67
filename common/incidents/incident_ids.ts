import type { Finding } from '../waveform/hours';

/** Assigns incident ids to findings, each id to one incident. */
export class IncidentIds {
  private readonly taken = new Set<string>();

  /**
   * @param earlier the incident that a finding was in, by the finding's own id
   * @param ownId the id of an incident that begins with the finding
   */
  constructor(
    private readonly earlier: ReadonlyMap<string, string>,
    private readonly ownId: (finding: Finding) => string,
  ) {}

  /** The id that a member keeps from an earlier run; undefined if none is free. */
  kept(group: readonly Finding[]): string | undefined {
    for (const finding of group) {
      const id = this.earlier.get(this.ownId(finding));
      if (id !== undefined && this.take(id)) return id;
    }
    return undefined;
  }

  /** The id of a group that keeps none. */
  begun(group: readonly Finding[]): string {
    const own = group.map(this.ownId);
    const free = own.find((id) => this.take(id));
    if (free !== undefined) return free;
    // A finding that left the incident named after it begins another one.
    const [first = ''] = own;
    for (let place = 2; ; place += 1) {
      const id = `${first}-${place}`;
      if (this.take(id)) return id;
    }
  }

  private take(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }
}

/**
 * An id for each group: that of an earlier run, as long as one member of it is left. If a group
 * split, the part with the most surprising finding keeps the id. If two merged, the id of the more
 * surprising one stays.
 *
 * @param groups in the order of their most surprising finding
 */
export function incidentIds(
  groups: readonly (readonly Finding[])[],
  ids: IncidentIds,
): Map<Finding, string> {
  const kept = groups.map((group) => ids.kept(group));
  return new Map(
    groups.flatMap((group, place) => {
      const id = kept[place] ?? ids.begun(group);
      return group.map((finding) => [finding, id] as const);
    }),
  );
}
