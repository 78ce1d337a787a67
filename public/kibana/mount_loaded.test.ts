import { mountLoaded } from './mount_loaded';

/** A page whose code comes at the attempt that is given, and what is shown meanwhile. */
function loadedAt(attempt: number) {
  const shown: string[] = [];
  const retries: (() => void)[] = [];
  let attempts = 0;
  const load = async (): Promise<string> => {
    attempts += 1;
    await Promise.resolve();
    if (attempts < attempt) throw new Error('the script was not sent');
    return `page ${attempts}`;
  };
  const show = (what: string) => {
    shown.push(what);
    return () => void shown.splice(shown.indexOf(what), 1);
  };
  const mounting = mountLoaded({
    load,
    page: show,
    failed: (onRetry) => {
      retries.push(onRetry);
      return show('failed');
    },
  });
  return { mounting, shown, retry: () => retries.at(-1)?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('mountLoaded', () => {
  let told: jest.SpyInstance;
  beforeEach(() => {
    told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => told.mockRestore());

  it('shows the page when its code is there, and takes it away', async () => {
    const { mounting, shown } = loadedAt(1);
    const unmount = await mounting;
    expect(shown).toEqual(['page 1']);
    unmount();
    expect(shown).toEqual([]);
    expect(told).not.toHaveBeenCalled();
  });

  it('says that the code did not come, and shows the page when a retry brings it', async () => {
    const { mounting, shown, retry } = loadedAt(3);
    await mounting;
    expect(shown).toEqual(['failed']);
    retry();
    await settle();
    expect(shown).toEqual(['failed']);
    retry();
    await settle();
    expect(shown).toEqual(['page 3']);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('shows nothing any more if it was removed during a retry', async () => {
    const { mounting, shown, retry } = loadedAt(2);
    const unmount = await mounting;
    retry();
    unmount();
    await settle();
    expect(shown).toEqual([]);
  });
});
