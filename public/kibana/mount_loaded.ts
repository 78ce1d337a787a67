/** Removes something that was shown. */
type TakeAway = () => void;

/** What is shown: the page, or the message that it could not be loaded. */
export interface Shows<Page> {
  /** Rejects if the code could not be loaded. The next call tries again. */
  readonly load: () => Promise<Page>;
  readonly page: (page: Page) => TakeAway;
  readonly failed: (onRetry: () => void) => TakeAway;
}

/**
 * Shows a page whose code is loaded first. If that fails, it says so and offers a retry.
 *
 * @returns removes what is shown, and prevents anything from being shown later
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
