import type { StartDependencies } from './contracts';

/** Whether a data view was found. Then Kibana is not asked again. */
let wasSeen = false;

/**
 * Whether the space has any data view of its users. Without one, Discover asks the user to create
 * one, whatever it should show, so links to it would be dead ends.
 *
 * @returns also true if it cannot be found out
 */
export async function hasDataView(dataViews: StartDependencies['dataViews']): Promise<boolean> {
  if (wasSeen || dataViews === undefined) return true;
  try {
    wasSeen = await dataViews.hasData.hasUserDataView();
    return wasSeen;
  } catch (error) {
    // Kibana could not tell. Discover itself then says what is missing.
    console.error(error);
    return true;
  }
}
