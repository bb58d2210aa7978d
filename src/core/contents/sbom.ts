import * as v from 'valibot';
import { LIMITS } from '../limits';
import type { Package, Sbom } from '../model/contents';
import { Components, CycloneDx, NewTools, Spdx, Tools, type Component } from './shapes';

/** What an SPDX 2 or CycloneDX document lists; null when the value is neither. */
export function readSbom(value: unknown): Sbom | null {
  const spdx = v.safeParse(Spdx, value);
  if (spdx.success) return ofSpdx(spdx.output);
  const cycloneDx = v.safeParse(CycloneDx, value);
  return cycloneDx.success ? ofCycloneDx(cycloneDx.output) : null;
}

/** Every package that an SBOM lists, at most `LIMITS.sbomPackages`; null when the value is none. */
export function sbomPackages(value: unknown): readonly Package[] | null {
  const spdx = v.safeParse(Spdx, value);
  if (spdx.success) return spdxPackages(spdx.output).slice(0, LIMITS.sbomPackages);
  const cycloneDx = v.safeParse(CycloneDx, value);
  return cycloneDx.success ? cycloneDxPackages(cycloneDx.output).slice(0, LIMITS.sbomPackages) : null;
}

function ofSpdx(spdx: Spdx): Sbom {
  const { spdxVersion, name, creationInfo } = spdx;
  return {
    format: 'spdx',
    version: spdxVersion.replace(/^SPDX-/, ''),
    name: name ?? null,
    created: creationInfo?.created ?? null,
    tools: (creationInfo?.creators ?? [])
      .filter((creator) => creator.startsWith('Tool:'))
      .map((creator) => creator.slice('Tool:'.length).trim())
      .slice(0, LIMITS.contentsListed),
    ...listed(spdxPackages(spdx)),
  };
}

function spdxPackages({ packages }: Spdx): Package[] {
  return (packages ?? []).map((each) => {
    const purl = (each.externalRefs ?? []).find(({ referenceType }) => referenceType === 'purl');
    return {
      name: each.name ?? '',
      version: each.versionInfo ?? null,
      type: purlType(purl?.referenceLocator) ?? each.primaryPackagePurpose?.toLowerCase() ?? null,
      licence: licence(each.licenseConcluded) ?? licence(each.licenseDeclared),
    };
  });
}

function ofCycloneDx(document: CycloneDx): Sbom {
  const { specVersion, metadata } = document;
  const tools = Array.isArray(metadata?.tools)
    ? v.parse(Tools, metadata.tools)
    : v.parse(v.fallback(NewTools, { components: null }), metadata?.tools).components;
  return {
    format: 'cyclonedx',
    version: specVersion ?? null,
    name: metadata?.component?.name ?? null,
    created: metadata?.timestamp ?? null,
    tools: (tools ?? [])
      .map(({ vendor, name, version }) => [vendor, name, version].filter(Boolean).join(' '))
      .slice(0, LIMITS.contentsListed),
    ...listed(cycloneDxPackages(document)),
  };
}

function cycloneDxPackages({ components }: CycloneDx): Package[] {
  return flat(components).map((each) => {
    const [first] = each.licenses ?? [];
    return {
      name: each.group ? `${each.group}/${each.name ?? ''}` : (each.name ?? ''),
      version: each.version ?? null,
      type: purlType(each.purl) ?? each.type ?? null,
      licence: first?.expression ?? first?.license?.id ?? first?.license?.name ?? null,
    };
  });
}

/** Components, and the components in them. JSON is not read deeper than `LIMITS.jsonDepth`, so this ends. */
function flat(value: unknown): Component[] {
  const all: Component[] = [];
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const component of v.parse(Components, next) ?? []) {
      all.push(component);
      if (component.components !== undefined) waiting.push(component.components);
    }
  }
  return all;
}

/** The type of a package URL: what comes between `pkg:` and the next slash (purl-spec). */
function purlType(purl: string | null | undefined): string | null {
  return /^pkg:\/*([A-Za-z][A-Za-z0-9.+-]*)\//.exec(purl ?? '')?.[1]?.toLowerCase() ?? null;
}

function licence(text: string | null | undefined): string | null {
  return text && text !== 'NOASSERTION' && text !== 'NONE' ? text : null;
}

function listed(packages: readonly Package[]): Pick<Sbom, 'packageCount' | 'byType' | 'packages'> {
  const counts = new Map<string, number>();
  for (const { type } of packages) counts.set(type ?? '', (counts.get(type ?? '') ?? 0) + 1);
  return {
    packageCount: packages.length,
    byType: [...counts]
      .map(([type, count]) => ({ type, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, LIMITS.contentsListed),
    packages: packages.slice(0, LIMITS.contentsListed),
  };
}
