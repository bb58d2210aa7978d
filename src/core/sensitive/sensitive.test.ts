import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import type { Sensitive } from '../model/sensitive';
import { imageReadings } from '../testing/imageReadings';
import type { TarEntry } from '../testing/buildTar';
import { findInstalled } from '../packages/installed';
import { findSensitive } from './findSensitive';
import { judge } from './judge';
import { suspectOf } from './suspects';

const SECRET = 'hunter2Hunter2hunter2';
const base64 = 'MC4CAQAwBQYDK2VwBCIEIHunter2Hunter2hunter2Hunter2Hunter2hunter2AAAA';
const pem = (kind = 'PRIVATE KEY', body = base64): string =>
  `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;

/** What is said of a file: its kind, and how that is known. */
function said(path: string, text: string): string | null {
  const suspect = suspectOf(path);
  const by = suspect && judge(suspect, new TextEncoder().encode(text));
  return by === null || !suspect ? null : `${suspect.kind} ${by}`;
}

/** What each kind looks like, and what looks like it and is none. */
const CASES: readonly (readonly [path: string, text: string, said: string | null])[] = [
  [
    'root/.ssh/id_rsa',
    pem('RSA PRIVATE KEY', `Proc-Type: 4,ENCRYPTED\nDEK-Info: x\n\n${base64}`),
    'private-key content',
  ],
  ['root/.ssh/id_ed25519', pem('OPENSSH PRIVATE KEY'), 'private-key content'],
  ['root/.ssh/id_rsa', 'something', 'private-key name'],
  ['root/.ssh/id_rsa.pub', 'ssh-rsa AAAA', null],
  ['etc/ssl/private/server.key', pem(), 'private-key content'],
  ['etc/ssl/certs/ca.pem', pem('CERTIFICATE'), null],
  ['usr/share/doc/x/example.key', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n', null],
  ['home/a/key.ppk', 'PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 1\nAAAA', 'private-key content'],
  ['etc/ssh/ssh_host_rsa_key', pem('OPENSSH PRIVATE KEY'), 'ssh-host-key content'],
  ['etc/ssh/ssh_host_rsa_key.pub', 'ssh-rsa AAAA', null],
  ['opt/app/store.p12', 'x', 'keystore name'],
  ['app/.npmrc', `//registry.example/:_authToken=${SECRET}\n`, 'package-token content'],
  ['app/.npmrc', '//registry.example/:_authToken=${NPM_TOKEN}\nregistry=https://registry.example\n', null],
  ['root/.pypirc', `[pypi]\nusername = __token__\npassword = ${SECRET}\n`, 'package-token content'],
  ['etc/pip.conf', `[global]\nindex-url = https://a:${SECRET}@pypi.example/simple\n`, 'package-token content'],
  ['root/.m2/settings.xml', `<server><password>${SECRET}</password></server>`, 'package-token content'],
  ['root/.m2/settings.xml', '<server><password>${env.P}</password></server>', null],
  ['root/.cargo/credentials.toml', `[registry]\ntoken = "${SECRET}"\n`, 'package-token content'],
  ['root/.docker/config.json', `{"auths":{"a":{"auth":"${SECRET}"}}}`, 'registry-token content'],
  ['root/.docker/config.json', '{"auths":{"a":{}},"credsStore":"x"}', null],
  ['root/.netrc', `machine a login b password ${SECRET}\n`, 'login content'],
  ['root/.netrc', 'machine a\n', null],
  ['root/.git-credentials', `https://a:${SECRET}@git.example\n`, 'git-credentials content'],
  ['src/.git/config', `[remote "origin"]\n\turl = https://a:${SECRET}@git.example/x\n`, 'git-credentials content'],
  ['src/.git/config', '[core]\n', null],
  ['src/.git/HEAD', 'ref: refs/heads/main\n', 'git-folder name'],
  ['root/.kube/config', `users:\n- name: a\n  user:\n    token: ${SECRET}\n`, 'cluster-credentials content'],
  ['root/.aws/credentials', `[default]\naws_secret_access_key = ${SECRET}\n`, 'cloud-credentials content'],
  ['root/.aws/config', '[default]\nregion = x\n', null],
  [
    'app/service-account.json',
    JSON.stringify({ type: 'service_account', private_key: pem() }),
    'cloud-credentials content',
  ],
  ['app/key.json', '{"a":"b"}', null],
  ['app/.env', `DB_PASSWORD=${SECRET}\n`, 'env-file content'],
  ['app/.env.production', `export API_KEY="${SECRET}"\n`, 'env-file content'],
  ['app/.env', 'PORT=80\n', 'env-file name'],
  ['app/.env.example', `DB_PASSWORD=${SECRET}\n`, null],
  ['etc/shadow', `root:$6$salt$${SECRET}:19000:0:99999:7:::\ndaemon:*:19000::::::\n`, 'password-hash content'],
  ['etc/shadow', 'root:*:19000:0:99999:7:::\nx:!:19000::::::\ny::1::::::\n', null],
  ['etc/nginx/.htpasswd', `a:$apr1$x$${SECRET}\n`, 'password-hash content'],
  ['infra/terraform.tfstate', '{}', 'terraform-state name'],
  ['run/secrets/db', SECRET, 'mounted-secret name'],
  ['root/.bash_history', `mysql -p${SECRET}\n`, 'shell-history name'],
  ['usr/share/bash_history.txt', 'x', null],
  ['usr/lib/secret.json', `{"private_key":"${SECRET}"}`, null],
];

describe('what a file is', () => {
  it.each(CASES)('%s %j: %s', (path, text, expected) => expect(said(path, text)).toBe(expected));

  it('is asked of any path and bytes without an error', () => {
    const paths = CASES.map(([path]) => path);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 400 }), (path, bytes) => {
        const suspect = suspectOf(path);
        if (suspect) expect([null, 'name', 'content']).toContain(judge(suspect, bytes));
      }),
    );
    fc.assert(fc.property(fc.string(), (path) => void suspectOf(path)));
  });

  it('takes no longer for texts made to take long', () => {
    const many = ['\n', ' ', ':', '- ', '-----BEGIN PRIVATE KEY-----', '"auth":"', 'password ', 'a:$', '=', '://a:'];
    for (const part of many) {
      const text = part.repeat(LIMITS.sensitiveBytes / part.length);
      for (const [path] of CASES) {
        const start = performance.now();
        said(path, text);
        expect(performance.now() - start).toBeLessThan(500);
      }
    }
  });
});

const lines = ({ files }: Sensitive): string[] =>
  files.map(({ path, kind, layer, end, endedIn }) => `${path} ${kind} ${layer} ${end} ${endedIn ?? ''}`.trim());

describe('findSensitive', () => {
  it('says which layer stores it and which removed it', () => {
    const key: TarEntry = { name: 'root/.ssh/id_rsa', body: pem() };
    const { tree, readings } = imageReadings(
      [key, { name: 'app/.git/HEAD', body: 'x' }, { name: 'app/.env', body: 'A_TOKEN=1\n' }],
      [{ name: 'root/.ssh/.wh.id_rsa' }, { name: 'app/.env', body: 'PORT=1' }],
      [key, { name: '.wh.app' }],
    );
    const found = findSensitive(tree, readings);
    expect(lines(found)).toEqual([
      'root/.ssh/id_rsa private-key 2 there',
      'app/.env env-file 0 replaced 1',
      'app/.git git-folder 0 removed 2',
      'root/.ssh/id_rsa private-key 0 removed 1',
      'app/.env env-file 1 removed 2',
    ]);
    expect(found.count).toBe(5);
  });

  it('says which lie among tests and examples, and lists them last', () => {
    const { tree, readings } = imageReadings([
      { name: 'usr/lib/python3/test/keycert.pem', body: pem() },
      { name: 'usr/share/doc/x/examples/a.key', body: pem() },
      { name: 'srv/latest/z.pem', body: pem() },
    ]);
    expect(findSensitive(tree, readings).files.map(({ path, isExample }) => `${path} ${isExample}`)).toEqual([
      'srv/latest/z.pem false',
      'usr/lib/python3/test/keycert.pem true',
      'usr/share/doc/x/examples/a.key true',
    ]);
  });

  it('never gives a value, whatever was found', () => {
    const entries = CASES.map(([path, text], i): TarEntry => ({ name: `${i}/${path}`, body: text }));
    const top = CASES.filter(([path]) => /^(?:etc|run)\//.test(path)).map(([name, body]): TarEntry => ({ name, body }));
    const { tree, readings } = imageReadings([...entries, ...top], [{ name: '.wh.0' }]);
    const all = JSON.stringify([readings, findSensitive(tree, readings), findInstalled(tree, readings)]);
    expect(findSensitive(tree, readings).count).toBeGreaterThan(25);
    expect(all).not.toMatch(/hunter2/i);
  });

  it('looks at the beginning of a long file, and no further', () => {
    const behind = 'x'.repeat(LIMITS.sensitiveBytes);
    const { tree, readings } = imageReadings([
      { name: 'a.pem', body: pem() + behind },
      { name: 'b.pem', body: behind + pem() },
    ]);
    expect(lines(findSensitive(tree, readings))).toEqual(['a.pem private-key 0 there']);
  });
});
