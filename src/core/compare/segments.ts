export interface Segment {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * The media type `a` cut into runs, each marked when `b` does not have it: the comparison is of the words between
 * `.`, `/` and `+`, so `application/vnd.` stays plain and only `docker.distribution` is marked.
 */
export function mediaTypeSegments(a: string, b: string): Segment[] {
  const left = words(a);
  const right = words(b);
  const common = commonWords(left, right);
  const runs: Segment[] = [];
  for (const [index, text] of left.entries()) {
    const isSeparator = /^[./+]$/.test(text);
    const next = left[index + 1];
    // A separator between two differing words belongs to the difference.
    const differs = isSeparator
      ? !common.has(index) || (!common.has(index - 1) && next !== undefined && !common.has(index + 1))
      : !common.has(index);
    const last = runs.at(-1);
    if (last && last.differs === differs) runs[runs.length - 1] = { text: last.text + text, differs };
    else runs.push({ text, differs });
  }
  return runs;
}

function words(type: string): string[] {
  return type.split(/([./+])/).filter((word) => word !== '');
}

/** Indexes of `left` that are in a longest common subsequence with `right`. */
function commonWords(left: readonly string[], right: readonly string[]): Set<number> {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common = new Set<number>();
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) {
      common.add(i);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}
