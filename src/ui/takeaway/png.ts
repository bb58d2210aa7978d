import { LIMITS } from '../../core/limits';

/** As on a screen with twice the pixels. */
const SCALE = 2;

/**
 * A picture as PNG, twice as large as it says it is, less where that would be more than browsers draw.
 * Rejects when the browser cannot draw it.
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return await drawn(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function drawn(image: HTMLImageElement): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = image;
  const scale = Math.min(
    SCALE,
    LIMITS.pictureSide / Math.max(width, height),
    Math.sqrt(LIMITS.picturePixels / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser gave no PNG.');
  return new Uint8Array(await blob.arrayBuffer());
}
