/** Takes something away that was shown. */
type TakeAway = () => void;

/** What is shown: the page, or that it could not be loaded. */
export interface Shows<Page> {
  /** Rejects where the code could not be loaded; the next call tries again. */
  readonly load: () => Promise<Page>;
  readonly page: (page: Page) => TakeAway;
  readonly failed: (onRetry: () => void) => TakeAway;
}

/**
 * Shows a page whose code is loaded first. Where that fails it says so and offers to try again.
 *
 * @returns takes away what is shown, and lets nothing be shown later
 */
export async function mountLoaded<Page>({ load, page, failed }: Shows<Page>): Promise<TakeAway> {
  let takeAway: TakeAway = () => undefined;
  let isGone = false;

  const show = (next: () => TakeAway) => {
    if (isGone) return;
    takeAway();
    takeAway = next();
  };
  const attempt = async (): Promise<void> => {
    const loaded = await load().then(
      (code) => ({ code }),
      (error: unknown) => {
        console.error(error);
        return undefined;
      },
    );
    show(() => (loaded === undefined ? failed(() => void attempt()) : page(loaded.code)));
  };

  await attempt();
  return () => {
    isGone = true;
    takeAway();
  };
}
