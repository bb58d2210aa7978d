import type { Document, Platform } from '../model/archive';
import type { DocumentStore } from './documents';
import { Config, RunConfig, type Descriptor } from './shapes';

/** An image config; null with a diagnostic when it has another shape. Of what it says of running, only the diagnostic. */
export function readConfig(store: DocumentStore, document: Document): Config | null {
  const config = store.read(document, Config);
  if (config) store.read(document, RunConfig);
  return config;
}

/** The platform that an image config states; null when it names neither system nor architecture. */
export function configPlatform(config: Config | null | undefined): Platform | null {
  return platform(config?.os, config?.architecture, config?.variant, config?.['os.version']);
}

export function descriptorPlatform(descriptor: Descriptor): Platform | null {
  const of = descriptor.platform;
  return platform(of?.os, of?.architecture, of?.variant, of?.['os.version']);
}

function platform(
  os: string | null | undefined,
  architecture: string | null | undefined,
  variant: string | null | undefined,
  osVersion: string | null | undefined,
): Platform | null {
  if (!os && !architecture) return null;
  return {
    os: os ?? '',
    architecture: architecture ?? '',
    ...(variant ? { variant } : {}),
    ...(osVersion ? { osVersion } : {}),
  };
}

/** How many history steps say that they made a layer. */
export function layerStepCount({ history }: Config): number {
  return (history ?? []).filter((step) => step.empty_layer !== true).length;
}

/**
 * The history step that made each layer, base first: steps marked `empty_layer` made none. Null where history is
 * missing, and for all layers when the counts differ, because then no step can be said to have made a given layer.
 */
export function layerSteps(config: Config | null | undefined, layers: number): (string | null)[] {
  const steps = (config?.history ?? []).filter((step) => step.empty_layer !== true);
  return Array.from({ length: layers }, (_, i) => (steps.length === layers ? (steps[i]?.created_by ?? null) : null));
}
