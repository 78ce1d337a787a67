/**
 * The number of incidents among findings: views of the same one count once. A finding of an older
 * version has no incident id and counts as its own.
 */
export function countIncidents(
  findings: Iterable<{ readonly incident?: string | null | undefined }>,
): number {
  const incidents = new Set<unknown>();
  for (const finding of findings) incidents.add(finding.incident ?? finding);
  return incidents.size;
}
