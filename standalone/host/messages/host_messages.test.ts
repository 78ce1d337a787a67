import { HostMessages } from './host_messages';

function make() {
  const state = { isOn: true, fault: '', looks: 0, isReadable: true };
  const warnings: string[] = [];
  const messages = new HostMessages({
    isOn: () =>
      state.isReadable ? Promise.resolve(state.isOn) : Promise.reject(new Error('down')),
    look: () => {
      state.looks += 1;
      return state.fault === '' ? Promise.resolve() : Promise.reject(new Error(state.fault));
    },
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    log: { warn: (words) => warnings.push(words) },
  });
  return { state, warnings, messages };
}

describe('the messages of a host', () => {
  it('are sent only while the schedule is on, as far as that is known', async () => {
    const { state, messages } = make();
    state.isOn = false;
    await messages.look();
    expect(state.looks).toBe(0);
    state.isOn = true;
    await messages.look();
    state.isReadable = false;
    await messages.look();
    expect(state.looks).toBe(2);
  });

  it('report an obstacle once, and again after it was gone', async () => {
    const { state, warnings, messages } = make();
    state.fault = 'no';
    await messages.look();
    await messages.look();
    expect(warnings).toEqual(['messages cannot be sent: no']);
    state.fault = '';
    await messages.look();
    state.fault = 'no';
    await messages.look();
    expect(warnings).toHaveLength(2);
  });

  it('are not looked for after the stop', async () => {
    const { state, messages } = make();
    await messages.stop();
    await messages.look();
    expect(state.looks).toBe(0);
  });
});
