import type { HtmlTagDescriptor, Plugin } from 'vite';

const WORDS = {
  title: 'Tabaqa: see what is inside a container image',
  description: 'One tar, three formats, every name checked against its bytes. In the browser; nothing is uploaded.',
};

/** What other sites show of a link to the page (Open Graph). `site` is where the page will be: its picture needs a whole address, and has none without. */
export function linkCard(site: string | undefined): Plugin {
  return { name: 'link-card', apply: 'build', transformIndexHtml: () => cardTags(site) };
}

/** The tags of the card. Throws TypeError for a `site` that is no address. */
export function cardTags(site: string | undefined): HtmlTagDescriptor[] {
  const tag = (property: string, content: string): HtmlTagDescriptor => ({
    tag: 'meta',
    attrs: { property: `og:${property}`, content },
    injectTo: 'head',
  });
  const words = [
    tag('type', 'website'),
    tag('site_name', 'Tabaqa'),
    tag('title', WORDS.title),
    tag('description', WORDS.description),
    tag('locale', 'en'),
    tag('locale:alternate', 'ar_MA'),
  ];
  if (!site) return words;
  const base = site.endsWith('/') ? site : `${site}/`;
  return [
    ...words,
    tag('url', new URL(base).href),
    tag('image', new URL('og.png', base).href),
    tag('image:width', '1200'),
    tag('image:height', '630'),
    tag('image:alt', 'The same image as Docker v1 layout, Docker v2 schema 2 and OCI, side by side'),
    { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' }, injectTo: 'head' },
  ];
}
