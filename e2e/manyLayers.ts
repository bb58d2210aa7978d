import { writeFileSync } from 'node:fs';
import { buildImage } from '../src/core/testing/buildImage';

/** Writes what `docker save` writes since 25 of an image with `count` small layers, each with its step. */
export function writeManyLayers(path: string, count: number): void {
  const layers = Array.from({ length: count }, (_, i) => [{ name: `f${i}`, body: `${i}` }]);
  const history = layers.map((_, i) => ({ created: '2024-05-01T10:00:00Z', created_by: `RUN echo ${i}` }));
  const config = { architecture: 'amd64', os: 'linux', created: '2024-05-01T10:00:00Z', config: {}, history };
  writeFileSync(path, buildImage({ format: 'hybrid', layers, config, compress: 'gzip' }));
}
