import { readFileSync, readdirSync } from 'node:fs';

/** Memory of a browser, in bytes: what its processes hold, shared pages divided among their users (Pss). */
export interface Memory {
  /** The largest renderer (the page and its workers). */
  readonly renderer: number;
  /** All processes together. */
  readonly all: number;
}

const EVERY_MILLISECONDS = 100;

/** A browser being looked at. */
export interface MemoryWatch {
  /** What the first look saw. */
  readonly first: Memory;
  /** Ends it, and gives the peaks. */
  stop(): Memory;
}

/** Looks at the browser that a process has started, until stopped. */
export function watchMemory(rootPid: number): MemoryWatch {
  const first = memoryOf(rootPid);
  let peak = first;
  const look = (): void => {
    const now = memoryOf(rootPid);
    peak = { renderer: Math.max(peak.renderer, now.renderer), all: Math.max(peak.all, now.all) };
  };
  const timer = setInterval(look, EVERY_MILLISECONDS);
  return {
    first,
    stop() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

function memoryOf(rootPid: number): Memory {
  let renderer = 0;
  let all = 0;
  for (const pid of descendants(rootPid)) {
    const command = read(`/proc/${pid}/cmdline`);
    if (!/chrom/i.test(command)) continue;
    const bytes = pss(pid);
    all += bytes;
    if (command.includes('--type=renderer')) renderer = Math.max(renderer, bytes);
  }
  return { renderer, all };
}

function pss(pid: number): number {
  const kib = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kib ?? 0) * 1024;
}

function descendants(rootPid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The command, in parentheses, may hold spaces; the parent is the second field after it.
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [...(children.get(rootPid) ?? [])];
  for (let at = 0; at < family.length; at++) family.push(...(children.get(family[at] ?? 0) ?? []));
  return family;
}

/** A file under /proc; empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
