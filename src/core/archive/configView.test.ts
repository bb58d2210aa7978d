import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configView, measureRequests, measureSpans, openArchive } from '../engine';
import { textOf, type ConfigView, type DockerfileLine } from '../model/configView';
import { buildImage } from '../testing/buildImage';
import { readFixture } from '../testing/readFixture';
import { sampleFile } from '../testing/samples';

async function viewsOf(file: string): Promise<ConfigView[]> {
  const { archive, measurements } = await readFixture(file);
  return Promise.all(archive.images.map((image) => configView(archive, image, measurements)));
}

async function viewOf(file: string): Promise<ConfigView> {
  const [view] = await viewsOf(file);
  return view ?? expect.fail();
}

async function sampleView(name: string): Promise<ConfigView> {
  const archive = await openArchive({ blob: sampleFile(name) }, name);
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  return configView(archive, archive.images[0] ?? expect.fail(), measurements);
}

/** The config alone, as a document that is opened. */
async function loneView(config: object): Promise<ConfigView> {
  const text = JSON.stringify({
    rootfs: { type: 'layers', diff_ids: [] },
    architecture: 'amd64',
    os: 'linux',
    ...config,
  });
  const archive = await openArchive({ blob: new Blob([text]) }, 'config.json');
  return configView(archive, archive.images[0] ?? expect.fail(), []);
}

const all = (): boolean => true;
const text = ({ text: pieces }: Pick<DockerfileLine, 'text'>): string => textOf(pieces, all);
const dockerfile = (view: ConfigView): string[] =>
  view.dockerfile.map((line) => `${line.certainty}${line.why === null ? '' : ` ${line.why}`}: ${text(line)}`);

describe('steps beside layers', () => {
  it('answers why there are nine steps and four layers', async () => {
    const { history } = await sampleView('hello-docker');
    expect([history.state, history.total, history.makers, history.layers.length]).toEqual(['aligned', 9, 4, 4]);
    expect(history.steps.map(({ layer }) => layer)).toEqual([0, null, null, 1, 2, 3, null, null, null]);
    expect(history.layers.map(({ step }) => step)).toEqual([1, 4, 5, 6]);
    expect(history.layers.every(({ size, diffId }) => size !== null && diffId !== null)).toBe(true);
  });

  it('of v1 layers come from their documents, and say that they are derived', async () => {
    const { document, history } = await sampleView('hello-v1');
    expect(document).toMatchObject({ origin: 'derived', recipe: { code: 'config-from-v1' } });
    expect(history.steps.map(({ comment }) => comment)).toContain('add the program');
    expect(history.state).toBe('aligned');
  });

  it('of a schema 1 manifest come from it, those without a layer too', async () => {
    const { document, history } = await viewOf('small.skopeo-dir-v2s1.tar');
    expect(document).toMatchObject({ origin: 'derived', recipe: { code: 'config-from-schema1' } });
    expect([history.total, history.makers, history.layers.length]).toEqual([19, 6, 6]);
  });

  it('are not matched with layers where the counts differ', async () => {
    const step = { created_by: 'RUN x', comment: 'buildkit.dockerfile.v0' };
    const archive = await openArchive(
      {
        blob: new Blob([
          buildImage({ format: 'oci-layout', layers: [[], []], config: { history: [step], os: 'linux' } }),
        ]),
      },
      'x.tar',
    );
    const view = await configView(archive, archive.images[0] ?? expect.fail(), []);
    expect(archive.diagnostics.map(({ code }) => code)).toContain('history-differs');
    expect(view.history).toMatchObject({ state: 'differs', steps: [{ layer: null }] });
    expect(view.history.layers.map(({ step: maker }) => maker)).toEqual([null, null]);
    expect(view.dockerfile.filter(({ why }) => why === 'layer-alone').map(({ layer }) => layer)).toEqual([0, 1]);
  });

  it('is not there without a config', async () => {
    expect(await viewOf('broken.config-blob-missing.tar')).toMatchObject({
      document: null,
      cannot: 'no-config',
      card: null,
      dockerfile: [],
    });
  });
});

describe('a Dockerfile of the history', () => {
  it('of Docker’s classic builder', async () => {
    const lines = dockerfile(await sampleView('hello-docker'));
    expect(lines).toEqual([
      'guessed from-scratch: FROM scratch',
      'unknown copy-checksum: ADD unknown-file /',
      'stated: LABEL org.opencontainers.image.description="صورة صغيرة باش تتعلم — a small image to learn from" org.opencontainers.image.licenses=MIT org.opencontainers.image.title=hello',
      'stated: ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin GREETING=salam',
      'unknown copy-checksum: COPY unknown-folder /app',
      'stated: RUN echo "Marhba! Layer 3 wrote this line over the one of layer 1." > /etc/motd',
      'stated: RUN rm /app/draft.txt',
      'stated: EXPOSE 8080',
      'stated: HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD ["node","/app/app.js","--check"]',
      'stated: ENTRYPOINT ["node","/app/app.js"]',
    ]);
  });

  it('of BuildKit', async () => {
    const lines = dockerfile(await viewOf('small.buildx-docker.tar'));
    expect(lines.filter((line) => !/: (?:LABEL|RUN) /.test(line))).toEqual([
      'guessed from-scratch: FROM scratch',
      'guessed copy-names: ADD rootfs.tar.gz /',
      'stated: ENV PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 APP_GREETING="مرحبا بالعالم" API_TOKEN=fake-not-a-secret-123',
      'guessed arg-value: ARG APP_VERSION=1.4.2',
      'guessed copy-names: COPY --chown=1000:1000 app /srv/app',
      'guessed copy-names: COPY readd/deleted-then-readded.conf /etc/deleted-then-readded.conf',
      'guessed copy-names: COPY --chown=1000:1000 patch/index.js /srv/app/src/index.js',
      'stated: WORKDIR /srv/app/work',
      'stated: EXPOSE 5353/udp 8080/tcp 8443/tcp',
      'stated: VOLUME ["/srv/data","/var/log"]',
      'stated: USER 1000:1000',
      'stated: STOPSIGNAL SIGINT',
      'stated: HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=2 CMD ["/bin/sh","-c","true"]',
      'stated: SHELL ["/bin/sh","-ec"]',
      'stated: ENTRYPOINT ["/bin/sh","-c"]',
      'stated: CMD ["echo hello && exec sleep 60"]',
      'stated config-only: ONBUILD COPY . /srv/app',
    ]);
    expect(lines.find((line) => line.includes(': RUN '))).toMatch(/^stated: RUN mkdir -p \/srv\/data /);
  });

  it('of buildah without its comments reads the marks around values', async () => {
    const lines = dockerfile(await viewOf('small-squashed.skopeo-oci-archive.tar'));
    expect(lines[1]).toMatch(/^stated: LABEL org\.opencontainers\.image\.title=fx-small /);
    expect(lines[3]).toMatch(/^stated: ENV PATH=\S+ LANG=C\.UTF-8 APP_GREETING="مرحبا بالعالم" API_TOKEN=/);
  });

  it('says from the config what no step says, and nothing of steps that are no instructions', async () => {
    const view = (await viewsOf('small.umoci-oci-dir.gnutar.tar'))[1] ?? expect.fail();
    const lines = dockerfile(view);
    expect(lines).toContain('unknown no-dockerfile: # umoci insert');
    expect(lines).toContain('stated config-only: ENV A=1');
    expect(lines).toContain('stated config-only: USER 1000:1000');
    expect(lines.at(-1)).toBe('stated config-only: CMD ["-c"]');
  });

  it('never lets a step write lines of its own', async () => {
    const history = [
      { created_by: 'CMD x\nRUN evil', comment: 'buildkit.dockerfile.v0', empty_layer: true },
      { created_by: 'umoci x\nRUN evil', empty_layer: true },
      { created_by: 'RUN /bin/sh -c a\nEOF\nb # buildkit', empty_layer: true },
      { created_by: 'RUN /bin/sh -c a \\ # buildkit', empty_layer: true },
      { created_by: 'USER a\\', comment: 'buildkit.dockerfile.v0', empty_layer: true },
    ];
    const config = { User: 'u\\', WorkingDir: '/a\nRUN evil', Env: ['A=b\nRUN evil'], Labels: { 'a b\nRUN': 'c' } };
    const lines = dockerfile(await loneView({ history, config }));
    expect(lines.slice(1)).toEqual([
      'unknown not-writable: # CMD x RUN evil',
      'unknown no-dockerfile: # umoci x RUN evil',
      "stated: RUN <<'EOF_'\na\nEOF\nb\nEOF_",
      "stated: RUN <<'EOF'\na \\\nEOF",
      'unknown not-writable: # USER a\\',
      'unknown not-writable: # ENV A',
      'unknown not-writable: # LABEL a b RUN',
      'unknown not-writable: # WORKDIR',
      'unknown not-writable: # USER',
    ]);
  });

  it('runs a command by the shell that it was run by', async () => {
    const comment = 'buildkit.dockerfile.v0';
    const history = [
      { created_by: 'RUN /bin/bash -o pipefail -c a | b # buildkit', comment, empty_layer: true },
      { created_by: 'SHELL [/bin/bash -o pipefail -c]', comment, empty_layer: true },
      { created_by: 'RUN /bin/bash -o pipefail -c a | b # buildkit', comment, empty_layer: true },
      { created_by: 'RUN make all # buildkit', comment, empty_layer: true },
    ];
    const config = { Shell: ['/bin/bash', '-o', 'pipefail', '-c'] };
    expect(dockerfile(await loneView({ history, config })).slice(1)).toEqual([
      'guessed run-words: RUN ["/bin/bash","-o","pipefail","-c","a | b"]',
      'stated: SHELL ["/bin/bash","-o","pipefail","-c"]',
      'stated: RUN a | b',
      'guessed run-words: RUN ["make","all"]',
    ]);
  });
});

describe('the base image', () => {
  it('is another image of the archive, when all of its layers are the first ones', async () => {
    const [base, sibling] = await viewsOf('multi.docker20-save.tar.gz');
    expect(base?.base).toEqual([]);
    expect(sibling?.base).toMatchObject([{ kind: 'layers', name: 'fx/small:1.0', layers: 7, steps: 18 }]);
    expect(sibling?.history.steps.filter((step) => step.base).length).toBe(18);
    expect(dockerfile(sibling ?? expect.fail())).toEqual([
      'guessed base-layers: FROM fx/small:1.0',
      'guessed base-steps: ',
      'unknown copy-checksum: COPY unknown-folder /srv/app',
      'stated: USER 0',
      'stated: RUN echo sibling > /srv/sibling.txt && echo "port = 9090" > /etc/app.conf',
      'stated: CMD ["sibling"]',
    ]);
  });

  it('is what buildah noted at the first step of its own', async () => {
    const views = await viewsOf('multi.podman-docker-archive.tar');
    expect(views.map(({ base }) => base.map(({ kind, name, steps }) => [kind, name, steps]))).toEqual([
      [],
      [
        ['comment', 'localhost/fx/small:1.0', 19],
        ['layers', 'localhost/fx/small:1.0', 19],
      ],
      [],
    ]);
  });

  it('is what an annotation or label names; a digest alone names none', async () => {
    const name = 'docker.io/library/alpine:3.20';
    const digest = `sha256:${'a'.repeat(64)}`;
    const Labels = { 'org.opencontainers.image.base.name': name, 'org.opencontainers.image.base.digest': digest };
    const labelled = await loneView({ config: { Labels }, history: [{ created_by: 'CMD []', empty_layer: true }] });
    expect(labelled.base).toMatchObject([{ kind: 'annotation', name, digest, steps: null }]);
    expect(dockerfile(labelled).slice(0, 2)).toEqual([
      `stated base-annotation: FROM ${name}@${digest}`,
      'unknown base-end-unknown: ',
    ]);
    const podman = await viewOf('small.podman-oci-archive.tar');
    expect(podman.base).toMatchObject([
      {
        kind: 'annotation',
        name: null,
        image: null,
        stated: { at: '/annotations/org.opencontainers.image.base.digest' },
      },
    ]);
    expect(dockerfile(podman)[0]).toBe('unknown from-unknown: FROM unknown-base');
  });

  it('is no other platform of the same list', async () => {
    const views = await viewsOf('multiarch.buildx-oci-attest.tar');
    expect(views.map(({ base }) => base)).toEqual([[], []]);
  });
});

describe('values of variables', () => {
  it('are apart in steps, Dockerfile and printed lines, so that they can be hidden', async () => {
    const { card, history, dockerfile: lines, lines: printed } = await viewOf('small.buildx-docker.tar');
    const hidden = [...history.steps, ...lines, ...printed]
      .map(({ text: pieces }) => textOf(pieces, () => false))
      .join('\n');
    for (const { value } of card?.env?.items ?? []) expect(hidden).not.toContain(`=${value}`);
    expect(hidden).not.toContain('fake-not-a-secret-123');
    expect(hidden).not.toContain('1.4.2');
    expect(card?.env?.items.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['API_TOKEN']);
    const whole = printed.map((line) => textOf(line.text, all)).join('\n');
    expect(whole).toContain('API_TOKEN=fake-not-a-secret-123');
  });
});

const words = fc.constantFrom(
  'RUN ',
  'COPY ',
  'ENV ',
  'CMD ',
  '#(nop) ',
  '/bin/sh -c ',
  '|2 A=1 ',
  'A=b c',
  '["a" "b"]',
  '&{["CMD"]',
  '"30s"',
  "'\\x02'}",
  '[',
  ']',
  '"',
  '\\',
  '\n',
  '$X',
  ' # buildkit',
  'map[80/tcp:{}]',
  'file:0 in /',
  '<<EOF',
  '=',
);
const entry = fc.record(
  {
    created_by: fc.oneof(
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.jsonValue(),
    ),
    comment: fc.oneof(fc.constantFrom('buildkit.dockerfile.v0', 'FROM alpine', 'FROM 0123456789ab'), fc.jsonValue()),
    author: fc.constantFrom('kaniko', 'ko', ''),
    empty_layer: fc.constantFrom(true, false, null),
  },
  { requiredKeys: [] },
);
const runConfig = fc.dictionary(
  fc.constantFrom(
    'Env',
    'Cmd',
    'Entrypoint',
    'Labels',
    'Healthcheck',
    'Volumes',
    'ExposedPorts',
    'OnBuild',
    'Shell',
    'User',
  ),
  fc.oneof(fc.jsonValue(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string())),
);

it('reads any JSON without throwing, and writes only comments, instructions and here-documents', async () => {
  const { archive, measurements } = await readFixture('small.buildx-docker.tar');
  const [image] = archive.images;
  const config = fc.oneof(
    fc.jsonValue(),
    fc.record({
      config: runConfig,
      history: fc.oneof(fc.array(fc.oneof(entry, fc.jsonValue()), { maxLength: 8 }), fc.jsonValue()),
    }),
  );
  await fc.assert(
    fc.asyncProperty(config, async (value) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const documents = archive.documents.map((each) => (each.id === image?.config ? { ...each, bytes } : each));
      const view = await configView({ ...archive, documents }, image ?? expect.fail(), measurements);
      for (const line of view.dockerfile) {
        const [first = '', ...rest] = text(line).split('\n');
        expect(first).toMatch(/^(?:$|#|[A-Z]+ )/);
        if (!first.startsWith('#')) expect(text(line)).not.toMatch(/\\\s*$/);
        const mark = /^RUN <<'(.+)'$/.exec(first)?.[1];
        if (rest.length > 0) expect(rest.indexOf(mark ?? '')).toBe(rest.length - 1);
      }
    }),
    { numRuns: 300 },
  );
});
