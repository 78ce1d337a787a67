function filter(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) {
    const items = value.map((one) => filter(one, paths)).filter((one) => one !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const below = paths.flatMap((path) => {
      const [first, ...rest] = path;
      return first === '*' || first === key ? [rest] : [];
    });
    const found = below.length === 0 ? undefined : filter(inner, below);
    return found === undefined ? [] : [[key, found] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The part of an answer that `filter_path` lets through, such as `items.update.status`. */
export function filterAnswer(body: unknown, filterPath: string | null): unknown {
  if (filterPath === null) return body;
  return (
    filter(
      body,
      filterPath.split(',').map((path) => path.split('.')),
    ) ?? {}
  );
}
