import type { StartDependencies } from './contracts';

/** Whether a data view was seen: then Kibana is not asked again. */
let wasSeen = false;

/**
 * Whether the space has any data view of its users. Without one Discover asks for one, whatever it
 * is to show, so that links to it would be dead ends.
 *
 * @returns true as well where that cannot be found out
 */
export async function hasDataView(dataViews: StartDependencies['dataViews']): Promise<boolean> {
  if (wasSeen || dataViews === undefined) return true;
  try {
    wasSeen = await dataViews.hasData.hasUserDataView();
    return wasSeen;
  } catch (error) {
    // Kibana could not tell: Discover says by itself what is missing.
    console.error(error);
    return true;
  }
}
