import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { buildTar } from '../testing/buildTar';
import { buildZip, pomProperties, type ZipEntry } from '../testing/buildZip';
import { imageReadings } from '../testing/imageReadings';
import { layerFilesOf } from '../testing/layerFiles';
import { inFolder, missingTools } from '../testing/nativeTools';
import { findInstalled } from './installed';
import { readJar } from './jar';

const lines = (bytes: Uint8Array, path: string): string[] =>
  readJar(bytes, path)
    .packages.map(({ name, version, inside }) => [name, version, inside && `in ${inside}`].filter(Boolean).join(' '))
    .sort();
const manifest = (...fields: string[]): ZipEntry => ({
  name: 'META-INF/MANIFEST.MF',
  body: ['Manifest-Version: 1.0', ...fields, '', 'Name: a/', 'Implementation-Title: no', ''].join('\r\n'),
});
const CLASS: ZipEntry = { name: 'a/B.class', body: 'x'.repeat(2_000) };
const LOG4J = buildZip([CLASS, pomProperties('org.apache.logging.log4j', 'log4j-core', '2.14.1')]);
const nested = (name: string, body: Uint8Array, stored = true): ZipEntry => ({ name, body, stored });

describe('what a jar is', () => {
  it.each<[what: string, path: string, entries: readonly ZipEntry[], expected: readonly string[]]>([
    [
      'by its name',
      'lib/guava-31.1-jre.jar',
      [CLASS, manifest('Bundle-SymbolicName: b', 'Bundle-Version: 9')],
      ['guava 31.1-jre'],
    ],
    ['a snapshot by its name', 'a-1.0-20240101.120000-1.jar', [CLASS], ['a 1.0-20240101.120000-1']],
    ['by what Maven wrote', 'lib/renamed.jar', [pomProperties('g', 'a', '1.2')], ['g:a 1.2']],
    [
      'by what Maven wrote, with more in its name',
      'lib/a-1.2-linux.jar',
      [pomProperties('g', 'a', '1.2')],
      ['g:a 1.2'],
    ],
    [
      'a bundle',
      'lib/catalina.jar',
      [
        manifest(
          'Implementation-Title: Apache Tomcat',
          'Implementation-Version: 9.0.80',
          'Bundle-SymbolicName: org.apache.tomcat-catalina;singleton:=true',
        ),
      ],
      ['org.apache.tomcat-catalina 9.0.80'],
    ],
    [
      'by its title',
      'app.jar',
      [manifest('Implementation-Title: shop', 'Implementation-Version: 0.0.1-SNAPSHOT')],
      ['shop 0.0.1-SNAPSHOT'],
    ],
    [
      'by a value over two lines',
      'app.jar',
      [manifest('Implementation-Title: a very', '  long title', 'Implementation-Version: 1')],
      ['a very long title 1'],
    ],
    ['by a version alone', 'tool.jar', [manifest('Implementation-Version: 3')], ['tool 3']],
    ['nothing, when nobody filled in a version', 'tool.jar', [manifest('Implementation-Version: ${v}')], []],
    ['nothing without a version', 'tool.jar', [manifest('Implementation-Title: tool')], []],
    [
      'and what was packed into it',
      'lib/all-1.0.jar',
      [pomProperties('g', 'all', '1.0'), pomProperties('h', 'b', '2')],
      ['g:all 1.0', 'h:b 2 in META-INF/maven/h/b/pom.properties'],
    ],
    [
      'by its manifest, beside what was packed into it',
      'guice.jar',
      [
        manifest('Bundle-SymbolicName: com.google.inject', 'Bundle-Version: 4.2.3'),
        pomProperties('cglib', 'cglib', '3.2'),
      ],
      ['cglib:cglib 3.2 in META-INF/maven/cglib/cglib/pom.properties', 'com.google.inject 4.2.3'],
    ],
    [
      'by what Maven wrote, which the manifest says in another way',
      'lib/renamed.jar',
      [manifest('Bundle-SymbolicName: g.a', 'Bundle-Version: 1.2.0'), pomProperties('g', 'a', '1.2')],
      ['g:a 1.2'],
    ],
    [
      'by its name, beside what was packed into it',
      'lib/all-1.0.jar',
      [pomProperties('h', 'b', '2')],
      ['all 1.0', 'h:b 2 in META-INF/maven/h/b/pom.properties'],
    ],
  ])('%s', (_, path, entries, expected) => {
    expect(lines(buildZip(entries), path)).toEqual(expected);
    expect(readJar(buildZip(entries), path).problem).toBeNull();
  });
});

describe('jars in jars', () => {
  const boot = [
    manifest('Implementation-Title: shop', 'Implementation-Version: 1.0'),
    nested('BOOT-INF/lib/log4j-core-2.14.1.jar', LOG4J),
    nested('BOOT-INF/lib/spring-core-5.3.9.jar', buildZip([CLASS])),
  ];
  const inBoot = [
    'org.apache.logging.log4j:log4j-core 2.14.1 in BOOT-INF/lib/log4j-core-2.14.1.jar',
    'shop 1.0',
    'spring-core 5.3.9 in BOOT-INF/lib/spring-core-5.3.9.jar',
  ];

  it('are read as Spring Boot stores them, also behind a script', () => {
    expect(lines(buildZip(boot), 'app.jar')).toEqual(inBoot);
    expect(lines(buildZip(boot, { front: '#!/bin/bash\nexec java -jar "$0"\n' }), 'app.jar')).toEqual(inBoot);
  });

  it('are read where ZIP64 says where the directory is', () => {
    const plain = buildZip(boot);
    const at = plain.length - 22;
    const [end, start] = [Buffer.from(plain.subarray(at)), plain.readUInt32LE(plain.length - 6)];
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06');
    record.writeBigUInt64LE(BigInt(at - start), 40);
    record.writeBigUInt64LE(BigInt(start), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07');
    for (const isFull of [false, true]) {
      if (isFull) end.fill(0xff, 8, 20);
      const bytes = Buffer.concat([plain.subarray(0, at), record, locator, end]);
      expect(lines(bytes, 'app.jar')).toEqual(inBoot);
    }
  });

  it('are read packed, as in a war, and in a war in an ear', () => {
    const war = buildZip([nested('WEB-INF/lib/log4j-core-2.14.1.jar', LOG4J, false)]);
    expect(lines(war, 'shop.war')).toEqual([
      'org.apache.logging.log4j:log4j-core 2.14.1 in WEB-INF/lib/log4j-core-2.14.1.jar',
    ]);
    expect(lines(buildZip([nested('shop.war', war)]), 'all-1.0.ear')).toEqual([
      'all 1.0',
      'org.apache.logging.log4j:log4j-core 2.14.1 in shop.war!/WEB-INF/lib/log4j-core-2.14.1.jar',
    ]);
  });

  it('are known by name only where they are too deep or damaged, and that is said', () => {
    const deep = ['c-3.jar', 'b-2.jar', 'a-1.jar'].reduce<Buffer>(
      (inner, name) => buildZip([nested(name, inner)]),
      LOG4J,
    );
    const read = readJar(deep, 'x-0.jar');
    expect(read.problem).toBe('unopened');
    expect(read.packages.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'x']);
    const bad = readJar(buildZip([nested('bad-1.jar', LOG4J.subarray(0, 200)), ...boot]), 'app.jar');
    expect(bad.problem).toBe('unopened');
    expect(bad.packages.map(({ name }) => name).sort()).toEqual([
      'bad',
      'org.apache.logging.log4j:log4j-core',
      'shop',
      'spring-core',
    ]);
  });
});

describe('hostile archives', () => {
  it('do not unpack to more than is allowed', () => {
    const bomb = buildZip([nested('zeros-1.jar', new Uint8Array(LIMITS.jarUnpackedBytes / 2), false)]);
    const both = buildZip(['a', 'b', 'c'].map((name) => nested(`${name}.jar`, bomb)));
    expect(bomb.length).toBeLessThan(LIMITS.jarUnpackedBytes / 500);
    const { packages, problem } = readJar(both, 'x.jar');
    expect(packages.map(({ inside }) => inside)).toEqual(['a', 'b', 'c'].map((name) => `${name}.jar!/zeros-1.jar`));
    expect(problem).toBe('unopened');
  });

  it('do not have the same bytes read again and again', () => {
    const one = buildZip([nested('a-1.jar', LOG4J)]);
    const start = one.readUInt32LE(one.length - 6);
    const entry = one.subarray(start, one.length - 22);
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt32LE(entry.length * 1_000, 12);
    const many = Buffer.concat([one.subarray(0, start), ...Array.from({ length: 1_000 }, () => entry), end]);
    const { packages, problem } = readJar(many, 'x.jar');
    expect(packages.filter(({ name }) => name.endsWith('log4j-core'))).toHaveLength(1);
    expect(problem).toBe('unopened');
  });

  it('say what is encrypted or packed in another way', () => {
    const plain = buildZip([nested('a-1.jar', LOG4J)]);
    const entry = plain.readUInt32LE(plain.length - 6);
    for (const [at, value] of [
      [8, 1],
      [10, 93],
    ] as const) {
      const other = Buffer.from(plain);
      other.writeUInt16LE(value, entry + at);
      expect(readJar(other, 'x.jar')).toEqual({
        packages: [{ name: 'a', version: '1', arch: null, inside: 'a-1.jar' }],
        problem: 'unopened',
      });
    }
  });

  it('that are none are known by their name', () => {
    for (const bytes of [Buffer.from('PK'), LOG4J.subarray(0, -1), LOG4J.subarray(0, 300)])
      expect(readJar(bytes, 'a-1.jar')).toEqual({
        packages: [{ name: 'a', version: '1', arch: null }],
        problem: 'malformed',
      });
  });

  it('are read without an error whatever was changed in them', () => {
    const real = buildZip([...[LOG4J, LOG4J].map((each, i) => nested(`${i}-1.jar`, each, i === 0)), manifest()]);
    const change = fc.tuple(fc.nat(real.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(real);
        for (const [at, to] of changes) bytes[at] = to;
        expect(readJar(bytes, 'x-1.jar').packages.length).toBeLessThan(10);
      }),
      { numRuns: 500 },
    );
  });
});

describe('jars of a layer', () => {
  const fat = buildZip([nested('BOOT-INF/lib/log4j-core-2.14.1.jar', LOG4J)]);

  it('are read while it comes in pieces, and followed from layer to layer', () => {
    const newer = buildZip([
      nested(
        'BOOT-INF/lib/log4j-core-2.17.1.jar',
        buildZip([pomProperties('org.apache.logging.log4j', 'log4j-core', '2.17.1')]),
      ),
    ]);
    const { tree, readings } = imageReadings(
      [{ name: 'app/app.jar', body: fat }],
      [{ name: 'app/app.jar', body: newer }],
    );
    expect(findInstalled(tree, readings).packages).toEqual([
      {
        kind: 'jar',
        name: 'org.apache.logging.log4j:log4j-core',
        arch: null,
        there: true,
        versions: ['2.17.1'],
        path: 'app/app.jar',
        inside: 'BOOT-INF/lib/log4j-core-2.17.1.jar',
        steps: [
          { layer: 0, change: 'installed', versions: ['2.14.1'] },
          { layer: 1, change: 'changed', versions: ['2.17.1'] },
        ],
      },
    ]);
  });

  it('that the layer ends in are known by their name, and that is said', () => {
    const tar = buildTar([{ name: 'lib/all-1.0.jar', body: fat }]);
    const { readings } = layerFilesOf(tar.subarray(0, 512 + fat.length - 10));
    expect(readings.packages).toEqual([
      { row: 0, kind: 'jar', packages: [{ name: 'all', version: '1.0', arch: null }], problem: 'unopened' },
    ]);
  });
});

const tools = missingTools(['jar']);
it.skipIf(tools.length > 0)('reads what the jar tool of a JDK wrote', async () => {
  await inFolder((folder) => {
    const put = (path: string, body: string | Uint8Array): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
    };
    const jar = (...args: string[]): void => void execFileSync('jar', args, { cwd: folder });
    const pom = pomProperties('g', 'inner', '1.5');
    put(`inner/${pom.name}`, pom.body);
    put('inner/a/B.class', 'x'.repeat(50_000));
    put('manifest', 'Implementation-Title: outer\nImplementation-Version: 7\n');
    mkdirSync(join(folder, 'outer/WEB-INF/lib'), { recursive: true });
    jar('--create', '--file', 'outer/WEB-INF/lib/inner-1.5.jar', '-C', 'inner', '.');
    for (const options of [[], ['--no-compress']]) {
      jar('--create', '--file', 'app.war', '--manifest', 'manifest', ...options, '-C', 'outer', '.');
      const bytes = readFileSync(join(folder, 'app.war'));
      expect(lines(bytes, 'app.war')).toEqual(['g:inner 1.5 in WEB-INF/lib/inner-1.5.jar', 'outer 7']);
      expect(readJar(bytes, 'app.war').problem).toBeNull();
    }
  });
});
