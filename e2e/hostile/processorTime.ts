import type { Page } from '@playwright/test';

/**
 * Starts to count the processor time of a page's browser, with all its threads; what it gives says how many milliseconds it is so far.
 * Other programs on the machine lengthen it little.
 */
export async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('a page without a browser');
  const total = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const before = await total();
  return async () => {
    const spent = (await total()) - before;
    await session.detach();
    return spent;
  };
}
