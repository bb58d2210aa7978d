import * as v from 'valibot';

/*
 * Documents inside artifacts, as far as they are summarised: every field may be absent, of `null`, and what is of
 * another type counts as absent, so that one odd field does not hide the rest.
 */

const text = v.fallback(v.nullish(v.string()), null);
/** A list without the entries that have another shape. */
const list = <T>(item: v.GenericSchema<unknown, T>) =>
  v.fallback(
    v.nullish(
      v.pipe(
        v.array(v.unknown()),
        v.transform((items): T[] =>
          items.flatMap((each) => {
            const parsed = v.safeParse(item, each);
            return parsed.success ? [parsed.output] : [];
          }),
        ),
      ),
    ),
    null,
  );
const optional = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.nullish(schema), null);
const digests = v.fallback(v.nullish(v.record(v.string(), v.string())), null);

/** DSSE (secure-systems-lab/dsse, "Envelope"). */
export const Envelope = v.object({
  payloadType: v.string(),
  payload: v.string(),
  signatures: list(v.unknown()),
});

/** Sigstore bundle (sigstore protobuf-specs, `Bundle`). */
export const Bundle = v.object({
  mediaType: v.pipe(v.string(), v.startsWith('application/vnd.dev.sigstore.bundle')),
  dsseEnvelope: optional(Envelope),
});

/** in-toto statement, versions 0.1 and 1. */
export const Statement = v.object({
  _type: v.pipe(v.string(), v.startsWith('https://in-toto.io/Statement/')),
  predicateType: text,
  subject: list(v.object({ name: text, digest: digests })),
  predicate: v.optional(v.unknown()),
});

const Resource = v.object({ uri: text, name: text, digest: digests });
const Configuration = v.object({ uri: text, entryPoint: text });

/** SLSA provenance 0.1, 0.2 and 1: the fields of all three. */
export const Provenance = v.object({
  builder: optional(v.object({ id: text })),
  buildType: text,
  recipe: optional(v.object({ type: text, entryPoint: text })),
  invocation: optional(v.object({ configSource: optional(Configuration) })),
  materials: list(Resource),
  metadata: optional(
    v.object({ buildInvocationID: text, buildInvocationId: text, buildStartedOn: text, buildFinishedOn: text }),
  ),
  buildDefinition: optional(
    v.object({
      buildType: text,
      externalParameters: optional(
        v.object({
          configSource: optional(v.object({ uri: text, path: text })),
          workflow: optional(v.object({ repository: text, path: text })),
        }),
      ),
      resolvedDependencies: list(Resource),
    }),
  ),
  runDetails: optional(
    v.object({
      builder: optional(v.object({ id: text })),
      metadata: optional(v.object({ invocationId: text, invocationID: text, startedOn: text, finishedOn: text })),
    }),
  ),
});
export type Provenance = v.InferOutput<typeof Provenance>;

/** SPDX 2, as JSON. */
export const Spdx = v.object({
  spdxVersion: v.string(),
  name: text,
  creationInfo: optional(v.object({ created: text, creators: list(v.string()) })),
  packages: list(
    v.object({
      name: text,
      versionInfo: text,
      primaryPackagePurpose: text,
      licenseConcluded: text,
      licenseDeclared: text,
      externalRefs: list(v.object({ referenceType: text, referenceLocator: text })),
    }),
  ),
});
export type Spdx = v.InferOutput<typeof Spdx>;

export const Tools = list(v.object({ vendor: text, name: text, version: text }));
export const NewTools = v.object({ components: Tools });

export const Component = v.object({
  type: text,
  group: text,
  name: text,
  version: text,
  purl: text,
  licenses: list(v.object({ expression: text, license: optional(v.object({ id: text, name: text })) })),
  components: v.optional(v.unknown()),
});
export type Component = v.InferOutput<typeof Component>;
export const Components = list(Component);

/** CycloneDX, as JSON. */
export const CycloneDx = v.object({
  bomFormat: v.literal('CycloneDX'),
  specVersion: text,
  metadata: optional(
    v.object({
      timestamp: text,
      /** A list, or since 1.5 an object with `components`. */
      tools: v.optional(v.unknown()),
      component: optional(v.object({ name: text, version: text })),
    }),
  ),
  components: v.optional(v.unknown()),
});
export type CycloneDx = v.InferOutput<typeof CycloneDx>;

/** The payload of a simple signature. */
export const SimpleSigning = v.object({
  critical: v.object({
    identity: optional(v.object({ 'docker-reference': text })),
    image: v.object({ 'docker-manifest-digest': text }),
    type: text,
  }),
});
