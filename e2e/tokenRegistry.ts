import { execFileSync, spawn } from 'node:child_process';
import { randomUUID, sign, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const SERVICE = 'registry';
const ISSUER = 'tokens';

/** A registry that gives nothing without a token, and another origin that hands tokens out. */
export interface TokenRegistry {
  readonly host: string;
  /** Origin of the tokens. */
  readonly tokens: string;
  /** What was asked of them. */
  readonly asked: readonly string[];
  close(): void;
}

/** Starts docker-registry over what is in `data` with token authentication, and a server that gives a token to whoever asks. */
export async function tokenRegistry(folder: string, data: string): Promise<TokenRegistry> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', key, '-out', certificate, '-days', '2', '-subj', `/CN=${ISSUER}`];
  execFileSync('openssl', ['req', '-x509', ...ec, ...files], { stdio: 'ignore' });
  const asked: string[] = [];
  const tokens = await listening(
    createServer(({ url = '' }, response) => {
      asked.push(url);
      const scope = new URL(url, 'http://localhost').searchParams.get('scope') ?? '';
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify({ token: tokenFor(scope, key, certificate) }));
    }),
  );
  const behind = await freePort();
  const config = join(folder, 'token.yml');
  writeFileSync(
    config,
    `version: 0.1
log: { level: error }
storage: { filesystem: { rootdirectory: ${JSON.stringify(data)} } }
auth: { token: { realm: 'http://localhost:${portOf(tokens)}/token', service: ${SERVICE}, issuer: ${ISSUER}, rootcertbundle: ${JSON.stringify(certificate)} } }
http: { addr: '127.0.0.1:${behind}' }
`,
  );
  const registry = spawn('docker-registry', ['serve', config], { stdio: 'ignore' });
  // It wants a token even where a browser asks whether it may ask: who lets pages read such a registry answers that in front of it.
  const front = await listening(
    createServer(({ method = 'GET', url, headers }, response) => {
      const open = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'Accept, Authorization, Range',
        'access-control-expose-headers': 'WWW-Authenticate',
      };
      if (method === 'OPTIONS') return void response.writeHead(204, open).end();
      const passed = request({ host: '127.0.0.1', port: behind, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...open });
        answer.pipe(response);
      });
      passed.on('error', () => response.writeHead(502, open).end());
      passed.end();
    }),
  );
  return {
    host: `localhost:${portOf(front)}`,
    tokens: `http://localhost:${portOf(tokens)}`,
    asked,
    close() {
      registry.kill();
      for (const server of [front, tokens]) server.close();
    },
  };
}

/** A token (JSON web token, ES256) that lets anybody pull what `scope` names. */
function tokenFor(scope: string, key: string, certificate: string): string {
  const [type, name, actions = ''] = scope.split(':');
  const now = Math.floor(Date.now() / 1_000);
  const header = {
    typ: 'JWT',
    alg: 'ES256',
    x5c: [new X509Certificate(readFileSync(certificate)).raw.toString('base64')],
  };
  const claims = {
    iss: ISSUER,
    sub: '',
    aud: SERVICE,
    nbf: now - 60,
    iat: now,
    exp: now + 300,
    jti: randomUUID(),
    access: [{ type, name, actions: actions.split(',') }],
  };
  const text = [header, claims].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(text), { key: readFileSync(key), dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = await listening(createServer());
  const port = portOf(server);
  await new Promise((closed) => server.close(closed));
  return port;
}
