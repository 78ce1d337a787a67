import { chooseCredentials } from './choose_credentials';
import type { ClusterOptions } from './cluster_options';

const PLAIN = 'https://es:9200';
const choose = (
  options: ClusterOptions,
  environment: Readonly<Record<string, string>> = {},
  address = PLAIN,
) => chooseCredentials(options, new URL(address), environment);

const USER = { ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'secret' };
const KEY = { ELASTICSEARCH_API_KEY: 'a2V5' };

describe('chooseCredentials', () => {
  it('takes user and password, or an API key, from the environment', () => {
    expect(choose({}, USER)).toEqual({
      kind: 'password',
      username: 'ann',
      secret: { text: 'secret' },
    });
    expect(choose({}, KEY)).toEqual({ kind: 'api_key', secret: { text: 'a2V5' } });
    expect(choose({}, { ELASTICSEARCH_API_KEY_FILE: 'key' })).toEqual({
      kind: 'api_key',
      secret: { file: 'key' },
    });
  });

  it('is undefined if nothing is given, or a variable is empty', () => {
    expect(choose({})).toBeUndefined();
    expect(choose({}, { ELASTICSEARCH_USERNAME: '', ELASTICSEARCH_API_KEY: '' })).toBeUndefined();
  });

  it('prefers what was typed to the address, and the address to the environment', () => {
    const inAddress = 'https://bea:in%2Faddress@es:9200';
    expect(choose({}, KEY, inAddress)).toMatchObject({
      username: 'bea',
      secret: { text: 'in/address' },
    });
    expect(choose({ apiKeyFile: 'key' }, USER, inAddress)).toEqual({
      kind: 'api_key',
      secret: { file: 'key' },
    });
    expect(choose({ user: 'cleo', passwordFile: 'pw' }, KEY)).toEqual({
      kind: 'password',
      username: 'cleo',
      secret: { file: 'pw' },
    });
  });

  it('puts a user together with the password from elsewhere', () => {
    expect(choose({ user: 'cleo' }, USER)).toMatchObject({
      username: 'cleo',
      secret: { text: 'secret' },
    });
    expect(choose({}, USER, 'https://bea@es:9200')).toMatchObject({
      username: 'bea',
      secret: { text: 'secret' },
    });
    expect(choose({ passwordFile: 'pw' }, { ELASTICSEARCH_USERNAME: 'ann' })).toMatchObject({
      username: 'ann',
      secret: { file: 'pw' },
    });
  });

  it('takes a password with a percent sign as it was typed', () => {
    expect(choose({}, {}, 'https://bea:50%@es:9200')).toMatchObject({ secret: { text: '50%' } });
  });

  it.each<[string, ClusterOptions, Readonly<Record<string, string>>]>([
    ['a user and an API key', { user: 'ann', apiKeyFile: 'key' }, {}],
    ['a user and an API key in the environment', {}, { ...USER, ...KEY }],
    ['a password and a file with one', {}, { ...USER, ELASTICSEARCH_PASSWORD_FILE: 'pw' }],
    ['a user without a password', { user: 'ann' }, {}],
    ['a password of nobody', { passwordFile: 'pw' }, {}],
    ['a password of nobody in the environment', {}, { ELASTICSEARCH_PASSWORD: 'secret' }],
  ])('refuses %s', (_what, options, environment) => {
    expect(() => choose(options, environment)).toThrow(
      expect.objectContaining({ name: 'UserError', exitCode: 2 }) as Error,
    );
  });

  it('refuses an option and an address that name two users', () => {
    expect(() => choose({ user: 'ann' }, {}, 'https://bea:pw@es:9200')).toThrow(/two users/);
  });
});
