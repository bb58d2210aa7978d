import { PACE } from '../core/limits';
import type { Archive, Image } from '../core/model/archive';
import type { Measurement } from '../core/model/facts';
import type { IntegrityTable } from '../core/model/integrity';
import { memberAt, type MemberQuery } from '../core/model/members';
import type { Finding, Representation } from '../core/model/representation';
import { fetchedFrom, narrowed, spanKey } from '../core/model/source';
import { verify } from '../core/verify/verify';
import type { Opened } from '../worker/methods';
import type { EnginePool } from '../worker/pool';
import { failureOf, isCancelled } from './failure';
import { createFileReading } from './fileReading';
import { createImageFiles, withoutReadings } from './imageFiles';
import { startMeasuring } from './measuring';
import { paced, rested } from './pace';
import { reuse } from './reuse';
import { saveRequest } from './saveRequest';
import type { Failure, Session, Workspace } from './state';

/** An open archive at work: its spans are measured, and the image on screen is worked out anew as facts come in. */
export interface OpenWorkspace {
  /** The same object until {@link WorkspaceOptions.onChange} is called. */
  readonly get: () => Workspace;
  /** Unknown keys are ignored. */
  readonly showImage: (key: string) => void;
  readonly stop: () => void;
  readonly resume: () => void;
  /** Ends all work; nothing is told any more. */
  readonly close: () => void;
  readonly report: () => Promise<string>;
  readonly snapshot: Session['snapshot'];
  readonly redactedTables: Session['redactedTables'];
  readonly openContent: Session['openContent'];
  readonly exportOffers: Session['exportOffers'];
  readonly save: Session['save'];
  readonly integrity: (signal?: AbortSignal) => Promise<IntegrityTable>;
  readonly manifestTables: Session['manifestTables'];
  readonly configView: Session['configView'];
  readonly orderMembers: (query: MemberQuery, signal?: AbortSignal) => Promise<Uint32Array<ArrayBuffer>>;
  readonly files: Session['files'];
  readonly fileRows: Session['fileRows'];
  readonly waste: Session['waste'];
  readonly inventory: Session['inventory'];
  readonly compareSbom: Session['compareSbom'];
  readonly duplicates: Session['duplicates'];
  readonly memberBytes: Session['memberBytes'];
  readonly fileListing: Session['fileListing'];
  readonly openFile: Session['openFile'];
  readonly readFile: Session['readFile'];
  readonly membersOfFile: Session['membersOfFile'];
}

export interface WorkspaceOptions {
  readonly engine: EnginePool;
  readonly opened: Opened;
  /** The image on screen, as the documents alone state it; both null and empty when there is none. */
  readonly image: Image | null;
  readonly representations: readonly Representation[];
  readonly onChange: () => void;
}

export function createWorkspace({ engine, opened, onChange, ...first }: WorkspaceOptions): OpenWorkspace {
  const { archive, requests } = opened;
  const lifetime = new AbortController();
  let { image, representations } = first;
  let wanted = image;
  let failure: Failure | null = null;

  const run = startMeasuring({
    engine,
    source: archive.source,
    requests,
    recorded: archive.snapshot?.measurements ?? [],
    isHeld: fetchedFrom(archive.source) !== null,
    preferred: spansOf(image),
    onEvent(event) {
      if (event !== 'progress') derive.ask();
      publish.ask();
      if (event === 'ended') {
        derive.askNow();
        publish.flush();
      }
    },
  });

  const files = createImageFiles(engine, run.files);
  const reading = createFileReading(engine, archive.source, lifetime.signal);
  const checkImage = createCheck(archive);
  const checkArtifacts = createCheck(archive);
  /** Without the files of a folder, which may be many. */
  const withoutSource = (): Omit<Archive, 'source'> => {
    const { source: _, ...rest } = archive;
    return rest;
  };

  const read = (): Workspace => {
    const imageKey = image?.key ?? null;
    const measurements = run.measurements();
    return {
      archive,
      imageKey,
      representations,
      findings: checkImage(representations, measurements),
      artifactFindings: checkArtifacts(archive.artifacts, measurements),
      measurements,
      measuring: run.snapshot(),
      failure,
    };
  };
  let workspace = read();

  const publish = paced(PACE.stateMilliseconds, () => {
    workspace = read();
    onChange();
  });

  const derive = rested(PACE.deriveMilliseconds, async () => {
    if (!wanted) return;
    const target = wanted;
    try {
      const { documents } = archive;
      const { signal } = lifetime;
      const made = await engine.call('represent', [{ documents }, target, run.measurements()], { signal });
      representations = reuse(representations, made);
      failure = null;
    } catch (error) {
      if (isCancelled(error)) return;
      if (target !== image) representations = [];
      failure = failureOf(error);
    }
    image = target;
    publish.ask();
  });

  return {
    get: () => workspace,
    showImage(key) {
      const found = archive.images.find((each) => each.key === key);
      if (!found || found === wanted) return;
      wanted = found;
      run.prefer(spansOf(found));
      derive.askNow();
    },
    stop() {
      run.stop();
      publish.ask();
      publish.flush();
    },
    resume() {
      run.resume();
      derive.ask();
      publish.ask();
      publish.flush();
    },
    close() {
      run.stop();
      publish.stop();
      derive.stop();
      lifetime.abort();
    },
    async openContent(content, signal) {
      if (!content.span) return [];
      return engine.call('openContent', [narrowed(archive.source, [content.span]), content], { signal });
    },
    async exportOffers(signal) {
      if (!image) return [];
      const { documents } = archive;
      return engine.call('exportOffers', [{ documents }, image, run.measurements()], { signal });
    },
    async save(what, file, { signal, onProgress } = {}) {
      const { checkpoint } = reading;
      const request = saveRequest(what, { archive, image, measurements: run.measurements(), checkpoint });
      const both = signal ? AbortSignal.any([signal, lifetime.signal]) : lifetime.signal;
      return engine.call('save', [request, file], { signal: both, onProgress });
    },
    integrity: (signal) => engine.call('integrity', [withoutSource(), run.measurements()], { signal }),
    manifestTables(key, signal) {
      const { documents, images, schema1 } = archive;
      const shown = images.find((each) => each.key === key) ?? null;
      return engine.call('manifestTables', [{ documents, images, schema1 }, shown, run.measurements()], { signal });
    },
    async configView(key, beside, signal) {
      const { documents, images } = archive;
      const shown = images.find((each) => each.key === key);
      if (!shown) return null;
      return engine.call('configView', [{ documents, images }, shown, run.measurements(), beside], { signal });
    },
    snapshot: (hide, view, signal) =>
      engine.call('makeSnapshot', [withoutSource(), run.measurements(), hide, view], { signal }),
    async redactedTables(key, hide, signal) {
      const { payload } = await engine.call('makeSnapshot', [withoutSource(), run.measurements(), hide, null], {
        signal,
      });
      const again = await engine.call('openArchive', [{ snapshot: payload }, archive.name], { signal });
      const { documents, images, schema1, snapshot } = again.archive;
      const shown = images.find((each) => each.key === key) ?? null;
      const recorded = snapshot?.measurements ?? [];
      return engine.call('manifestTables', [{ documents, images, schema1 }, shown, recorded], { signal });
    },
    report: () =>
      engine.call('report', [withoutSource(), run.measurements(), [...run.files.values()].map(withoutReadings)]),
    orderMembers: (query, signal) => engine.call('orderMembers', [archive.members, query], { signal }),
    files: (key, signal) => files.of(archive.images.find((each) => each.key === key) ?? null, signal),
    fileListing: ({ tree, layers }, query, format) =>
      engine.call('fileListing', [tree, layers.map((each) => each && withoutReadings(each)), query, format]),
    async memberBytes(index, signal) {
      const { members, container, source } = archive;
      const { data, size } = memberAt(members, index);
      const firstHeader = container === 'tar' ? (members.firstHeader[index] ?? null) : null;
      const part = narrowed(source, [{ offset: data, length: size }]);
      return engine.call('memberBytes', [part, { firstHeader, data, size }], { signal });
    },
    duplicates({ tree, layers }, { signal, onProgress } = {}) {
      const both = signal ? AbortSignal.any([signal, lifetime.signal]) : lifetime.signal;
      const part = narrowed(
        archive.source,
        layers.flatMap((each) => (each ? [each.span] : [])),
      );
      const listed = layers.map((each) => each && withoutReadings(each));
      return engine.call('findDuplicates', [part, tree, listed], { signal: both, onProgress });
    },
    waste: ({ tree, layers }, signal) =>
      engine.call('findWaste', [tree, layers.map((each) => each && withoutReadings(each))], { signal }),
    inventory: ({ tree, layers }, signal) =>
      engine.call('inventory', [tree, layers.map((each) => each && each.readings)], { signal }),
    async compareSbom(content, { packages }, signal) {
      if (!content.span) return null;
      const source = narrowed(archive.source, [content.span]);
      return engine.call('compareSbom', [source, content, packages], { signal });
    },
    openFile: reading.openFile,
    readFile: reading.readFile,
    membersOfFile: reading.membersOfFile,
    fileRows: (tree, query, signal) => engine.call('fileRows', [tree, query], { signal }),
  };
}

/** Checks claims again only when they or the measurements are others, and keeps what comes out the same. */
function createCheck(
  archive: Archive,
): (claimed: Parameters<typeof verify>[1], measurements: readonly Measurement[]) => readonly Finding[] {
  let last: readonly unknown[] = [];
  let findings: readonly Finding[] = [];
  return (claimed, measurements) => {
    const of = [claimed, measurements];
    if (of.every((each, i) => each === last[i])) return findings;
    last = of;
    findings = reuse(findings, verify(archive.documents, claimed, measurements));
    return findings;
  };
}

function spansOf(image: Image | null): Set<string> {
  return new Set(image?.layers.flatMap(({ span }) => (span ? [spanKey(span)] : [])));
}
