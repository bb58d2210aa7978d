import { quotedHealthcheck } from './goText';
import type { Healthcheck } from '../model/configView';

const OPTIONS = ['interval', 'timeout', 'start-period', 'start-interval'] as const;

/** HEALTHCHECK of what Docker's builders print of it; null for what is not read. */
export function printedHealthcheck(body: string): string | null {
  const printed = quotedHealthcheck(body);
  if (!printed) return null;
  const durations = OPTIONS.map((_, i) => printed.durations[i] ?? '0s');
  const text = healthcheckText(printed.test, durations, printed.retries);
  return text === null ? null : `HEALTHCHECK ${text}`;
}

/** What comes after HEALTHCHECK for what a config states; null for a test that no Dockerfile writes. */
export function statedHealthcheck(check: Healthcheck): string | null {
  const durations = [check.interval, check.timeout, check.startPeriod, check.startInterval].map((each) => each ?? '0s');
  return healthcheckText(check.test, durations, check.retries ?? 0);
}

function healthcheckText(test: readonly string[], durations: readonly string[], retries: number): string | null {
  const [kind, ...words] = test;
  if (kind === 'NONE') return 'NONE';
  const command = kind === 'CMD' ? JSON.stringify(words) : kind === 'CMD-SHELL' ? (words[0] ?? '') : null;
  if (command === null || /[\n\r]/.test(command)) return null;
  const options = OPTIONS.flatMap((name, i) => (isZero(durations[i]) ? [] : [`--${name}=${durations[i]}`]));
  return [...options, ...(retries > 0 ? [`--retries=${retries}`] : []), 'CMD', command].join(' ');
}

function isZero(duration: string | undefined): boolean {
  return duration === undefined || duration === '0s' || duration === '';
}
