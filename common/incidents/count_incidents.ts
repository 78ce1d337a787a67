/**
 * How many incidents findings are: views of the same one count once. A finding of an older version
 * names none, and is one of its own.
 */
export function countIncidents(
  findings: Iterable<{ readonly incident?: string | null | undefined }>,
): number {
  const incidents = new Set<unknown>();
  for (const finding of findings) incidents.add(finding.incident ?? finding);
  return incidents.size;
}
