import { AskedTogether } from './asked_together';

const { signal } = new AbortController();

/** One that answers with the parts of a question, and notes each question. */
function joined() {
  const questions: string[] = [];
  const together = new AskedTogether<string, string>((parts, key) => {
    questions.push(`${key}: ${parts.join(' ')}`);
    return key === 'bad' ? Promise.reject(new Error('refused')) : Promise.resolve(parts.join('+'));
  });
  return { together, questions };
}

describe('AskedTogether', () => {
  it('asks once for all parts of the same moment and key', async () => {
    const { together, questions } = joined();
    const asked = [together.ask('x', 'a', signal), together.ask('y', 'b', signal)];
    await Promise.resolve();
    asked.push(together.ask('x', 'c', signal));
    expect(await Promise.all(asked)).toEqual(['a+c', 'b', 'a+c']);
    expect(questions).toEqual(['x: a c', 'y: b']);
  });

  it('asks again at a later moment, and for each signal', async () => {
    const { together, questions } = joined();
    expect(await together.ask('x', 'a', signal)).toBe('a');
    const other = new AbortController().signal;
    const both = [together.ask('x', 'b', signal), together.ask('x', 'c', other)];
    expect(await Promise.all(both)).toEqual(['b', 'c']);
    expect(questions).toEqual(['x: a', 'x: b', 'x: c']);
  });

  it('fails for all that asked, and asks again after it', async () => {
    const { together, questions } = joined();
    const both = [together.ask('bad', 'a', signal), together.ask('bad', 'b', signal)];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(together.ask('bad', 'c', signal)).rejects.toThrow('refused');
    expect(questions).toEqual(['bad: a b', 'bad: c']);
  });
});
