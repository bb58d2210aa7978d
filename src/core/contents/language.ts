import type { Language } from '../model/fileLook';

const BY_NAME: readonly { readonly language: Language; readonly name: RegExp }[] = [
  { language: 'dockerfile', name: /^(?:docker|container)file(?:\..*)?$|\.dockerfile$/i },
  { language: 'json', name: /\.(?:json|jsonl|webmanifest|map|ipynb)$/i },
  {
    language: 'shell',
    name: /\.(?:sh|bash|zsh|ash|ksh|apk-new|env)$|^\.(?:bashrc|profile|zshrc|env)$|^(?:profile|apkbuild)$/i,
  },
  { language: 'javascript', name: /\.(?:[cm]?[jt]sx?)$/i },
  { language: 'python', name: /\.(?:py|pyi|pyw)$/i },
  { language: 'c-like', name: /\.(?:c|h|cc|cpp|hpp|go|rs|java|kt|cs|swift|php|css|scss|proto)$/i },
  { language: 'markup', name: /\.(?:html?|xhtml|xml|svg|xsd|xsl|plist|mht|mhtml)$/i },
  {
    language: 'conf',
    name: /\.(?:conf|cfg|cnf|ini|toml|ya?ml|properties|service|socket|timer|list|repo|desktop|sources)$|^(?:passwd|group|shadow|hosts|fstab|os-release|lsb-release|nsswitch\.conf|resolv\.conf|requirements\.txt)$/i,
  },
];

const INTERPRETERS: readonly { readonly language: Language; readonly line: RegExp }[] = [
  { language: 'python', line: /\bpython[\d.]*\b/ },
  { language: 'javascript', line: /\b(?:node|deno|bun)\b/ },
  { language: 'shell', line: /\b(?:ba|da|a|z|k)?sh\b|\bopenrc-run\b/ },
];

/** What a text is written in: by what its first line says runs it, then by the file's name, then by what it begins with. */
export function languageOf(path: string, head: string): Language {
  const [first = ''] = head.slice(0, 200).split('\n', 1);
  if (first.startsWith('#!')) {
    const found = INTERPRETERS.find(({ line }) => line.test(first));
    if (found) return found.language;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const byName = BY_NAME.find((each) => each.name.test(name));
  if (byName) return byName.language;
  const start = head.trimStart().slice(0, 300);
  if (/^(?:\{\s*["}]|\[\s*["{[\]\d-])/.test(start)) return 'json';
  if (/^<(?:\?xml|!doctype|!--|html|svg|script|[a-z][a-z\d]*[\s>/])/i.test(start)) return 'markup';
  if (/(?:^|\/)etc\/(?!.*\.(?:md|txt)$)/.test(path)) return 'conf';
  return 'plain';
}
