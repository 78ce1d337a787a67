import { parseSettings } from '../../../../../common/settings/parse_settings';
import { hookOnPage } from '../../../../../test/fixtures/page_hook';
import { settle } from '../../../../../test/fixtures/render_hook';
import { useSettingsForm } from './use_settings_form';

/** Settings as a host answers them, with the presets that are there at first. */
function stored(saved: object, version: string, faults: readonly string[] = []) {
  const parsed = parseSettings(faults.length === 0 ? saved : {});
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { settings: parsed.settings, saved, version, faults };
}

const FIRST = stored({ zone: 'UTC' }, '1');

async function opened(answer: object = FIRST) {
  const hook = await hookOnPage(useSettingsForm, undefined);
  await hook.last().answer(answer);
  const type = (days: string): Promise<void> =>
    settle(() => hook.now().change((draft) => ({ ...draft, training_days: days })));
  return { ...hook, type };
}

describe('the settings as a form', () => {
  it('has nothing to save at first, and something once it was changed', async () => {
    const { now, type } = await opened();
    expect(now().form).toMatchObject({ isChanged: false, isEdited: false });
    await type('14');
    expect(now().form).toMatchObject({ isChanged: true, isEdited: true });
    await settle(() => now().discard());
    expect(now().form?.isChanged).toBe(false);
  });

  it('saves with the version that it has read, and begins again at what the host answers', async () => {
    const { now, last, type } = await opened();
    await type('14');
    await settle(() => now().save());
    expect(now().isSaving).toBe(true);
    expect(last()).toMatchObject({
      ...{ id: 'putSettings' },
      parts: { body: { settings: { zone: 'UTC', training: { days: 14 } }, version: '1' } },
    });
    const second = stored({ zone: 'UTC', training: { days: 14 } }, '2');
    await last().answer({ ...second, needs_key: true });
    expect(now()).toMatchObject({ isSaving: false, saved: { needs_key: true } });
    expect(now().form).toMatchObject({ isChanged: false, stored: { version: '2' } });
    await type('7');
    expect(now().saved).toBeUndefined();
  });

  it('keeps what was typed where saving fails, until it is read again', async () => {
    const { now, last, type } = await opened();
    await type('14');
    await settle(() => now().save());
    await last().fail(409);
    expect(now().saveFault?.statusCode).toBe(409);
    expect(now().form?.draft.training_days).toBe('14');
    await settle(() => now().reload());
    expect(now()).toMatchObject({ saveFault: undefined, form: { isChanged: false } });
    expect(last().id).toBe('getSettings');
  });

  it('does not save what has a fault', async () => {
    const { now, asked, type } = await opened();
    await type('many');
    await settle(() => now().save());
    expect(asked.map(({ id }) => id)).toEqual(['getSettings']);
  });

  it('can save at once what mends invalid settings, and calls that no change of the reader', async () => {
    const invalid = stored({ zone: 'UTC', training: { days: 2000 } }, '1', ['too many days']);
    const { now, last } = await opened(invalid);
    expect(now().form).toMatchObject({ isChanged: true, isEdited: false });
    await settle(() => now().save());
    expect(last()).toMatchObject({ parts: { body: { settings: { zone: 'UTC' } } } });
    expect(last().parts).not.toHaveProperty('body.settings.training.days', 2000);
  });

  it('says why the settings cannot be read', async () => {
    const { now, last } = await hookOnPage(useSettingsForm, undefined);
    await last().fail(502);
    expect(now().readFault?.statusCode).toBe(502);
    expect(now().form).toBeUndefined();
  });
});
