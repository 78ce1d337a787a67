import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { startFakeCluster, TEST_CA, type FakeCluster } from '../../../test/fixtures/fake_cluster';
import { fetchDialect } from './fetch_dialect';
import { accessTo } from './client_options';
import type { ClusterOptions } from './cluster_options';

const PRODUCT = { headers: { 'x-elastic-product': 'Elasticsearch' }, body: '{}' };
const FINGERPRINT = new X509Certificate(readFileSync(TEST_CA)).fingerprint256;
const signal = new AbortController().signal;

let folder: string;
let cluster: FakeCluster | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'logwave-access-'));
});
afterEach(async () => {
  await cluster?.close();
  cluster = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What a command does first, and one request. */
async function reach(
  address: string,
  options: ClusterOptions = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const access = await accessTo(address, options, environment, signal);
  const client = new Client({ ...access.options, maxRetries: 0 });
  try {
    await fetchDialect(client, access.url, access.options.tls !== undefined, signal);
    await client.count({ index: 'logs' });
  } finally {
    await client.close();
  }
}

describe('access to a cluster with a certificate of its own', () => {
  it('trusts the CA that is named, by option or environment', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'server');
    await reach(cluster.url, { ca: TEST_CA });
    await reach(cluster.url, {}, { ELASTICSEARCH_CA: TEST_CA });
    expect(cluster.asked).toEqual(['GET /', 'GET /logs/_count', 'GET /', 'GET /logs/_count']);
  });

  it('trusts the CA with the fingerprint, written one way or the other', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'server');
    await reach(cluster.url, { caFingerprint: FINGERPRINT });
    const plain = FINGERPRINT.replaceAll(':', '').toLowerCase();
    await reach(cluster.url, {}, { ELASTICSEARCH_CA_FINGERPRINT: plain });
    expect(cluster.asked).toHaveLength(4);
  });

  it('says how to name the CA if none is trusted, and sends no password', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'server');
    const environment = { ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'secret' };
    await expect(reach(cluster.url, {}, environment)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(
        /^no CA that this machine trusts has signed the certificate of https:\S+ \(.*\): name its CA with --ca FILE or --ca-fingerprint HEX$/,
      ) as string,
    });
    expect(cluster.asked).toEqual([]);
  });

  it('refuses a certificate that another CA has signed, and sends no password', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'stranger');
    await expect(reach(cluster.url, { ca: TEST_CA })).rejects.toThrow(
      /^the CA that you gave has not signed the certificate of https:/,
    );
    await expect(reach(cluster.url, { caFingerprint: FINGERPRINT })).rejects.toThrow(
      /shows no certificate with this fingerprint/,
    );
    expect(cluster.asked).toEqual([]);
  });

  it('refuses a fingerprint that the server does not show, and one that is none', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'server');
    const caFingerprint = '0'.repeat(64);
    await expect(reach(cluster.url, { caFingerprint })).rejects.toThrow(
      /shows no certificate with this fingerprint/,
    );
    await expect(reach(cluster.url, { caFingerprint: 'abc' })).rejects.toThrow(
      /^the fingerprint of a CA is its SHA-256: 64 hexadecimal digits$/,
    );
  });

  it('checks the name also where the CA is trusted', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'other');
    await expect(reach(cluster.url, { caFingerprint: FINGERPRINT })).rejects.toThrow(
      /is for other names: use one of them in the address \(.*127\.0\.0\.1/,
    );
  });

  it('distinguishes http from https', async () => {
    cluster = await startFakeCluster(() => PRODUCT, 'server');
    const plain = cluster.url.replace('https', 'http');
    await expect(reach(plain)).rejects.toThrow(
      /answers with TLS only: write the address with https/,
    );
    await cluster.close();
    cluster = await startFakeCluster(() => PRODUCT);
    const encrypted = cluster.url.replace('http', 'https');
    for (const options of [{ ca: TEST_CA }, { caFingerprint: FINGERPRINT }]) {
      await expect(reach(encrypted, options)).rejects.toThrow(/answers without TLS: write the/);
    }
    await expect(reach(cluster.url, { ca: TEST_CA })).rejects.toThrow(/begin with https/);
  });

  it('names a CA file that is not there, or holds none', async () => {
    const notPem = written('not.pem', 'hello');
    await expect(reach('https://127.0.0.1:1', { ca: notPem })).rejects.toThrow(
      /no PEM certificate/,
    );
    const missing = join(folder, 'missing.pem');
    await expect(reach('https://127.0.0.1:1', { ca: missing })).rejects.toThrow(
      /^the CA cannot be read from .+: there is no such file$/,
    );
  });
});

describe('what is not an address', () => {
  const { signal } = new AbortController();

  it('is repeated, except where it may hold a password', async () => {
    await expect(accessTo('nowhere', {}, {}, signal)).rejects.toMatchObject({
      message: '"nowhere" is not an address: write it as http://host:9200',
    });
    await expect(accessTo('ana:hunter2@host:9200', {}, {}, signal)).rejects.toMatchObject({
      message: 'that is not an address: write it as http://host:9200',
    });
  });
});

describe('credentials on their way', () => {
  it('sends user and password, from address, environment or file', async () => {
    cluster = await startFakeCluster(() => PRODUCT);
    const basic = `Basic ${Buffer.from('ann:sécret').toString('base64')}`;
    const file = written('password', 'sécret\n');
    const named = { ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'sécret' };
    await reach(cluster.url, { user: 'ann', passwordFile: file });
    await reach(cluster.url, {}, named);
    await reach(cluster.url.replace('//', '//ann:s%C3%A9cret@'));
    expect(new Set(cluster.asked)).toEqual(
      new Set([`GET / ${basic}`, `GET /logs/_count ${basic}`]),
    );
  });

  it('sends an API key, encoded or as id and key', async () => {
    cluster = await startFakeCluster(() => PRODUCT);
    await reach(cluster.url, {}, { ELASTICSEARCH_API_KEY: 'aWQ6a2V5' });
    await reach(cluster.url, { apiKeyFile: written('key', 'id:key\r\n') });
    expect(new Set(cluster.asked)).toEqual(
      new Set(['GET / ApiKey aWQ6a2V5', 'GET /logs/_count ApiKey aWQ6a2V5']),
    );
  });

  it('takes no secret from a file that is empty or longer than a line', async () => {
    for (const text of ['', '\n', 'one\ntwo\n']) {
      const passwordFile = written('odd', text);
      await expect(reach('http://127.0.0.1:1', { user: 'ann', passwordFile })).rejects.toThrow(
        /does not hold a password: it must be one line/,
      );
    }
  });
});

describe('what answers in place of Elasticsearch', () => {
  const OPENSEARCH = JSON.stringify({
    version: { distribution: 'opensearch', number: '1.3.20' },
    tagline: 'The OpenSearch Project: https://opensearch.org/',
  });

  it('is named before anything else is asked', async () => {
    cluster = await startFakeCluster(() => ({ body: OPENSEARCH }));
    await expect(reach(cluster.url)).rejects.toThrow(
      /^this is OpenSearch 1\.3, and Logwave needs 2\.4 or newer/,
    );
    expect(cluster.asked).toEqual(['GET /']);
  });

  it('is left to the next request if it is not known, or may not be asked', async () => {
    cluster = await startFakeCluster(() => ({ ...PRODUCT, status: 403 }));
    await expect(reach(cluster.url)).rejects.toMatchObject({ statusCode: 403 });
    await expect(reach('http://127.0.0.1:1')).rejects.toMatchObject({ name: 'ConnectionError' });
  });
});
