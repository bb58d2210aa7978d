import { buildWhenStale } from '../scripts/setup.mjs';

/** The journeys walk the built page, as a host would serve it. */
export default function globalSetup(): void {
  if (!buildWhenStale()) throw new Error('the page does not build');
}
