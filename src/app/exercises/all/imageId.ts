import type { Document } from '../../../core/model/archive';
import { encodedPart } from '../../../core/model/digest';
import { listOf, remark, verdict } from '../judging';
import { imageOf, PLAIN } from '../materials';
import type { Exercise, Remark } from '../model';
import { parsePlace } from '../places';
import { valueAt } from '../pointer';

const PLACES = 3;
/** The config's own name, wherever it was selected. */
const NAME = 'name';
const utf8 = new TextDecoder();

/** Find the image ID in three places: two documents say it, and the config is called by it. */
export const imageId: Exercise = {
  predict: { what: 'choice' },
  answer: { places: 'places' },
  setting: () => ({}),
  async prepare(material) {
    const { archive, representations } = material.workspace;
    const documents = [...archive.documents, ...representations.flatMap(({ derived }) => derived)];
    const config = documents.find(({ id }) => id === imageOf(material)?.config);
    if (!config) return null;
    const id = encodedPart(config.digest);
    const judgePlaces = (kept: readonly string[]): Remark[] => {
      const found = new Set<string>();
      const remarks: Remark[] = [];
      for (const [index, place] of kept.entries()) {
        const key = saysAt(documents, config, id, place);
        const number = { number: `${index + 1}` };
        if (key === null) remarks.push(remark('place', 'places', number));
        else if (found.has(key)) remarks.push(remark('place-twice', 'places', number));
        else found.add(key);
      }
      if (found.size < PLACES) remarks.push(remark('place-missing', 'places', { count: `${PLACES - found.size}` }));
      return remarks;
    };
    return {
      ...PLAIN,
      values: { id: id.slice(0, 12) },
      judge: (given) => verdict(...judgePlaces(listOf(given, 'places'))),
    };
  },
};

/** Which of the places that say the ID this is; null for none of them. */
function saysAt(documents: readonly Document[], config: Document, id: string, text: string): string | null {
  const place = parsePlace(text);
  if (place === null) return null;
  if (place.kind === 'part') return place.part === 'config' ? NAME : null;
  const document = documents.find((each) => each.id === place.document);
  if (!document) return null;
  if (document.id === config.id) return NAME;
  const said = place.at === null ? utf8.decode(document.bytes) : valueAt(document.bytes, place.at);
  return typeof said === 'string' && said.includes(id) ? document.id : null;
}
