/**
 * Which host this page may read from. The first script of the page (`public/early.js`) has written the policy that says so, before anything
 * else ran: none, or the one origin that the link names and that was agreed to, with that of its registry's tokens. Policies only get tighter, so that
 * for another host the page is loaded anew.
 */
export interface Policy {
  /** Whether the browser holds the page to a policy; only the built page has one. */
  readonly isEnforced: boolean;
  /** The origin that may be read, and that of its registry's tokens where that is another; empty for none. In a page without a policy, whatever was agreed to. */
  readonly openTo: () => readonly string[];
  /** Agrees to origins: the page is loaded again with a policy that has them, for the link in its address alone. False where that is impossible here. */
  readonly agree: (origins: readonly string[]) => boolean;
  /** From now on nothing is read from anywhere, also by workers that start after this. True when something was open. */
  readonly tighten: () => boolean;
}

const KEY = 'tabaqa.reach';
const META = 'meta[http-equiv="Content-Security-Policy"]';
const WRITTEN = `${META}[data-reach]`;

/** What is needed of the window. */
export type PolicyHost = Pick<Window, 'document' | 'location' | 'sessionStorage'>;

export function createPolicy(host: PolicyHost): Policy {
  const { document } = host;
  const isEnforced = document.querySelector(META) !== null;
  const written = document.querySelector<HTMLMetaElement>(WRITTEN);
  let open: readonly string[] = written?.dataset['reach']?.split(' ').filter((each) => each !== '') ?? [];

  const close = (): void => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = 'connect-src data:';
    document.head.append(meta);
  };
  // Without the first script, nothing has said so yet.
  if (isEnforced && !written) close();

  return {
    isEnforced,
    openTo: () => open,
    agree(origins) {
      if (!isEnforced) {
        open = origins;
        return true;
      }
      if (document.documentElement.dataset['single'] !== undefined) return false;
      try {
        host.sessionStorage.setItem(KEY, JSON.stringify({ hash: host.location.hash, origins }));
      } catch {
        return false;
      }
      host.location.reload();
      return true;
    },
    tighten() {
      if (open.length === 0) return false;
      open = [];
      if (isEnforced) close();
      return true;
    },
  };
}
