import type { Saveable, Workspace } from '../../app/state';
import type { DroppedField, ExportTarget } from '../../core/model/export';
import type { Measurement } from '../../core/model/facts';
import { digestOfName } from '../../core/model/digest';
import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';
import type { ExportOffer } from '../../core/model/saving';
import { spanKey, type Span } from '../../core/model/source';
import { safeName } from '../../app/safeName';
import type { MessageId } from '../../i18n/en';
import { documentGroups } from '../documents/documentGroups';
import { loadCommands } from './loadCommands';
import { fileName, layerFileName, stemOf } from './names';

const TARGET_GROUPS = {
  docker: ['docker-archive-skopeo', 'docker-archive-docker20', 'docker-archive-docker25'],
  oci: ['oci-archive-skopeo', 'oci-archive-containerd'],
  dir: ['dir-schema2', 'dir-oci', 'dir-schema1'],
} as const satisfies Readonly<Record<string, readonly ExportTarget[]>>;

export type ChoiceId = ExportTarget | 'stored' | 'unpacked' | 'blob' | `column-${ColumnId}`;

/** What a form has no place for. */
export interface Dropped {
  readonly fields: readonly DroppedField[];
  /** Names of the image. */
  readonly names: readonly string[];
}

/** One thing that can be saved. */
export interface Choice {
  readonly id: ChoiceId;
  readonly label: MessageId;
  readonly good: MessageId;
  /** Null while it cannot be saved, or that is not known yet. */
  readonly what: Saveable | null;
  /** Why not. */
  readonly cannot: MessageId | null;
  readonly size: number | null;
  /** Null where nothing is converted. */
  readonly dropped: Dropped | null;
  readonly file: string;
  readonly load: (file: string) => readonly string[];
}

export interface ChoiceGroup {
  readonly id: keyof typeof TARGET_GROUPS | 'layer' | 'blob' | 'column';
  readonly choices: readonly Choice[];
}

/** Bytes that a part of the file is. */
export interface StoredBlob {
  readonly span: Span;
  readonly path: string;
}

export interface Wanted {
  /** Number of the layer that can be saved alone, from 1. */
  readonly layer: number;
  readonly blob: StoredBlob | null;
}

const NO_LOADING = (): readonly string[] => [];

/** Everything that can be saved, in groups. `offers` are null until they are worked out. */
export function saveChoices(
  workspace: Workspace,
  offers: readonly ExportOffer[] | null,
  { layer, blob }: Wanted,
): ChoiceGroup[] {
  const groups: ChoiceGroup[] = [
    ...targetGroups(workspace, offers),
    { id: 'layer', choices: layerChoices(workspace, layer) },
    { id: 'blob', choices: blob ? [blobChoice(blob)] : [] },
    { id: 'column', choices: columnChoices(workspace) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function imageOf({ archive, imageKey }: Workspace) {
  return archive.images.find(({ key }) => key === imageKey) ?? null;
}

function targetGroups(workspace: Workspace, offers: readonly ExportOffer[] | null): ChoiceGroup[] {
  const image = imageOf(workspace);
  if (!image) return [];
  const stem = stemOf(workspace.archive, image);
  const choice = (target: ExportTarget): Choice => {
    const offer = offers?.find((each) => each.target === target) ?? null;
    const isPossible = offer?.cannot === null;
    return {
      id: target,
      label: `target.${target}`,
      good: `target.${target}.good`,
      what: isPossible ? { kind: 'image', target } : null,
      cannot: offer && !isPossible ? `cannotExport.${offer.cannot}` : null,
      size: isPossible ? offer.size : null,
      dropped: isPossible ? { fields: offer.dropped, names: offer.droppedNames } : null,
      file: fileName(stem, `${target}.tar`),
      load: (file) => loadCommands(target, file, image.names),
    };
  };
  return [
    { id: 'docker', choices: TARGET_GROUPS.docker.map(choice) },
    { id: 'oci', choices: TARGET_GROUPS.oci.map(choice) },
    { id: 'dir', choices: TARGET_GROUPS.dir.map(choice) },
  ];
}

function layerChoices(workspace: Workspace, number: number): Choice[] {
  const layer = imageOf(workspace)?.layers[number - 1];
  if (!layer) return [];
  const { span, path } = layer;
  const measurement = (span && measurementOf(workspace, span)) ?? null;
  const compression = measurement?.compression ?? layer.compression ?? 'none';
  const stored = measurement?.stored['sha256'] ?? digestOfName(path);
  const common = { dropped: null, load: NO_LOADING };
  const unpackedSize = measurement?.unpackedSize ?? null;
  const isPlain = compression === 'none' && !layer.encrypted;
  return [
    {
      ...common,
      id: 'stored',
      label: 'save.stored',
      good: 'save.stored.good',
      what: span && { kind: 'content', content: { kind: 'stored', span }, path },
      cannot: span ? null : 'save.noLayer',
      size: span?.length ?? null,
      file: layerFileName(number, stored, compression),
    },
    {
      ...common,
      id: 'unpacked',
      label: 'save.unpacked',
      good: 'save.unpacked.good',
      what:
        span && !isPlain && unpackedSize !== null
          ? { kind: 'content', content: { kind: 'unpacked', span, compression, size: unpackedSize }, path }
          : null,
      cannot: !span ? 'save.noLayer' : isPlain ? 'save.plain' : unpackedSize === null ? 'save.notUnpacked' : null,
      size: isPlain ? null : unpackedSize,
      file: layerFileName(number, measurement?.diffId ?? null, 'none'),
    },
  ];
}

function measurementOf({ measurements }: Workspace, span: Span): Measurement | undefined {
  const key = spanKey(span);
  return measurements.find((each) => spanKey(each.span) === key);
}

function blobChoice({ span, path }: StoredBlob): Choice {
  return {
    id: 'blob',
    label: 'save.stored',
    good: 'save.stored.good',
    what: { kind: 'content', content: { kind: 'stored', span }, path },
    cannot: null,
    size: span.length,
    dropped: null,
    file: safeName(path),
    load: NO_LOADING,
  };
}

function columnChoices({ archive, imageKey, representations }: Workspace): Choice[] {
  const groups = documentGroups(archive, imageKey, representations);
  const stem = stemOf(archive, archive.images.find(({ key }) => key === imageKey) ?? null);
  return COLUMN_IDS.flatMap((column): Choice[] => {
    const documents = groups.find(({ id }) => id === column)?.documents;
    if (!documents) return [];
    return [
      {
        id: `column-${column}`,
        label: `column.${column}`,
        good: 'save.column.good',
        what: { kind: 'column', column, documents },
        cannot: null,
        size: null,
        dropped: null,
        file: fileName(stem, `${column}.json`),
        load: NO_LOADING,
      },
    ];
  });
}
