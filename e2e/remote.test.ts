import type { Page } from '@playwright/test';
import { accessibilityProblems, boardTab, choose, ladder, pattern, samplePath, settled, words } from './app';
import { serveRemote, type RemoteHost } from './remoteHost';
import { expect, test, type Site } from './site';
import { writeSparseArchive } from './sparse';

const GIB = 1024 * 1024 * 1024;

async function openLink(page: Page, site: Site, remote: RemoteHost, board = 'ladder'): Promise<void> {
  await page.goto(`${site.url}#/${board}?src=url:${encodeURIComponent(remote.url)}`);
  await expect(page.getByRole('heading', { name: `This link wants to read ${remote.host}` })).toBeVisible();
  expect(remote.asked).toEqual([]);
}

const agree = (page: Page, remote: RemoteHost) =>
  page.getByRole('button', { name: `Read from ${remote.host}` }).click();

/** Whether a worker that the page starts now can ask an address. */
function workerReaches(page: Page, address: string): Promise<unknown> {
  return page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const code = `fetch(${JSON.stringify(url)}).then(() => postMessage(true), () => postMessage(false))`;
        new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
      }),
    address,
  );
}

test('2 GiB on a host: only headers and documents are read, and the page is open to that host alone', async ({
  page,
  site,
  complaints,
}, info) => {
  const path = info.outputPath('big.tar');
  writeSparseArchive(path, 4, GIB / 2);
  const remote = await serveRemote(path);
  const third = await serveRemote(samplePath('hello-v1'));
  await openLink(page, site, remote);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await workerReaches(page, remote.url)).toBe(false);
  await agree(page, remote);
  await settled(page);
  await expect(ladder(page)).toContainText('sparse:1.0');
  await expect(page.getByText(`Read from ${remote.host}`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Check the layers: 2\.1\d? GB to fetch$/ })).toBeVisible();
  expect(remote.asked.length).toBeLessThan(12);
  expect(remote.sent()).toBeLessThan(1_500_000);
  info.annotations.push({ type: 'remote', description: `${remote.asked.length} requests, ${remote.sent()} bytes` });
  await boardTab(page, 'documents').click();
  await boardTab(page, 'members').click();
  await expect(page.getByRole('tabpanel')).toContainText('layer-4.tar');
  expect(await accessibilityProblems(page)).toEqual([]);

  expect(await workerReaches(page, third.url)).toBe(false);
  expect(await workerReaches(page, remote.url)).toBe(true);
  expect(third.asked).toEqual([]);
  // A file of the reader's own: from now on nobody can be asked, and no worker is left that could.
  await choose(page, samplePath('hello-oci'));
  await settled(page);
  await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
  const before = remote.asked.length;
  expect(await workerReaches(page, remote.url)).toBe(false);
  expect(remote.asked.length).toBe(before);
  // Leave was given for once.
  await openLink(page, site, third);
  await remote.close();
  await third.close();
  complaints.length = 0;
});

test('layers are fetched and checked on demand; a file that was changed meanwhile is not mixed with the old one', async ({
  page,
  site,
  complaints,
}) => {
  const remote = await serveRemote(samplePath('hello-docker25'));
  await openLink(page, site, remote, 'layers');
  await agree(page, remote);
  await settled(page);
  await page.getByRole('button', { name: 'Check the layers' }).click();
  await expect(page.getByText(words('verdicts.all').replace('{n}', '6').replace('{total}', '6')).first()).toBeVisible();
  await boardTab(page, 'files').click();
  await expect(page.getByRole('tabpanel')).toContainText('app');

  await page.reload();
  await agree(page, remote);
  await settled(page);
  remote.version = '"2"';
  await page.getByRole('button', { name: 'Check the layers' }).click();
  await expect(page.getByText('could not be read').first()).toBeVisible();
  await remote.close();
  complaints.length = 0;
});

test('a host without ranges is asked for the whole file once; links of other viewers are understood', async ({
  page,
  site,
}) => {
  const remote = await serveRemote(samplePath('hello-docker'), { ranges: false });
  await page.goto(`${site.url}?url=${encodeURIComponent(remote.url)}`);
  await agree(page, remote);
  await settled(page);
  await expect(page.getByText(pattern('verdicts.all')).first()).toBeVisible();
  expect(remote.asked.filter((each) => each.startsWith('GET')).length).toBe(1);
  await page.goto('about:blank');
  await page.goto(`${site.url}#url=${remote.url}`);
  await agree(page, remote);
  await settled(page);
  await expect(page).toHaveURL(/#\/ladder\?src=url:/);
  await remote.close();
});

test('a host that cannot be read, and one that refuses, are told apart as far as a page can', async ({
  page,
  site,
  complaints,
}) => {
  const closed = await serveRemote(samplePath('hello-docker'), { cors: false });
  await openLink(page, site, closed);
  await agree(page, closed);
  await expect(page.getByRole('alert')).toContainText(words('error.url-unreachable.title'));
  await expect(page.getByText('it does not allow web pages to read it (CORS)')).toBeVisible();
  await expect(page.getByText(closed.host).first()).toBeVisible();
  // Downloaded and dropped, it shows what the link shows.
  await choose(page, samplePath('hello-docker'));
  await settled(page);
  await closed.close();

  const refusing = await serveRemote(samplePath('hello-docker'));
  await openLink(page, site, refusing);
  refusing.status = 404;
  await agree(page, refusing);
  await expect(page.getByRole('alert')).toContainText(words('error.url-refused.title'));
  await expect(page.getByText('status 404')).toBeVisible();
  await refusing.close();
  complaints.length = 0;
});
