import type { SensitiveKind } from '../model/sensitive';
import { assigns, hasJsonText, hasPrivateKey, isFilled } from './text';

/** A path that may hold a secret. */
export interface Suspect {
  readonly kind: SensitiveKind;
  /** Whether the text, or its beginning, holds one; null: nothing of it is looked at. */
  readonly look: ((text: string) => boolean) | null;
  /** What it is when nothing is seen: sensitive by its name, or nothing. */
  readonly unseen: 'name' | 'nothing';
}

interface Rule extends Suspect {
  readonly path: RegExp;
}

const seen = (kind: SensitiveKind, path: RegExp, look: (text: string) => boolean): Rule => ({
  kind,
  path,
  look,
  unseen: 'nothing',
});
const named = (kind: SensitiveKind, path: RegExp, look: Suspect['look'] = null): Rule => ({
  kind,
  path,
  look,
  unseen: 'name',
});

const withPassword = (text: string): boolean => /:\/\/[^\s/@:]{0,200}:[^\s/@]{1,400}@/.test(text);
const hash = (text: string): boolean =>
  text
    .split('\n')
    .some((line) => /^[^:#\s]{1,64}:!{0,2}(?:\$[0-9a-z]+\$|\{SHA\}|[./0-9A-Za-z]{13}(?::|\s*$))/i.test(line));
const json =
  (keys: string) =>
  (text: string): boolean =>
    hasJsonText(text, keys);
const SECRET_NAME = /(?:SECRET|TOKEN|PASSW(?:OR)?D|PASSPHRASE|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|AUTH)/i;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  seen('ssh-host-key', /\/ssh_host_[a-z0-9]+_key$/, hasPrivateKey),
  named('private-key', /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/, hasPrivateKey),
  seen(
    'private-key',
    /\.(?:pem|key|ppk|p8|pk8|asc|gpg)$|(?:^|\/)(?:identity|private[-_.]?key|server[-_.]?key)$/i,
    hasPrivateKey,
  ),
  named('keystore', /\.(?:p12|pfx|jks|keystore|kdbx|keytab)$|\/krb5\.keytab$/i),
  seen('package-token', /(?:^|\/)\.npmrc$|\/etc\/npmrc$/, (text) =>
    assigns(text, /(?:^|:)(?:_authToken|_auth|_password)$/),
  ),
  seen('package-token', /(?:^|\/)\.yarnrc(?:\.yml)?$/, (text) => assigns(text, /^"?npmAuth(?:Token|Ident)"?$/, ':')),
  seen('package-token', /(?:^|\/)\.pypirc$/, (text) => assigns(text, /^password$/, 'any')),
  seen('package-token', /(?:^|\/)pip\.(?:conf|ini)$/, withPassword),
  seen('package-token', /\/\.cargo\/credentials(?:\.toml)?$/, (text) => assigns(text, /^token$/)),
  seen('package-token', /\/\.gem\/credentials$/, (text) => assigns(text, /_key$|^:rubygems/, 'any')),
  seen('package-token', /\/(?:\.m2\/settings|NuGet\.Config)\.xml$|\/NuGet\.Config$/i, (text) => {
    const value = /<password>([^<]{1,200})<\/password>|ClearTextPassword"\s+value="([^"]{1,200})"/i.exec(text);
    return isFilled(value?.[1] ?? value?.[2]);
  }),
  seen(
    'package-token',
    /(?:^|\/)(?:\.composer|composer)\/auth\.json$/,
    json('password|token|github\\.com|gitlab\\.com'),
  ),
  seen(
    'registry-token',
    /\/\.docker\/config\.json$|(?:^|\/)\.docker(?:cfg|configjson)$|\/containers\/auth\.json$|(?:^|\/)kaniko\/\.docker\/config\.json$/,
    json('auth|identitytoken|registrytoken|password'),
  ),
  seen('login', /(?:^|\/)[._]netrc$/, (text) => /\bpassword\s+\S/.test(text)),
  seen('login', /(?:^|\/)\.pgpass$/, (text) => /^[^#\n]*:[^:\n]*:[^:\n]*:[^:\n]*:[^\n]/m.test(text)),
  seen('login', /(?:^|\/)\.my(?:login)?\.cnf$/, (text) => assigns(text, /^password$/)),
  named('login', /(?:^|\/)\.vault-token$/),
  seen(
    'git-credentials',
    /(?:^|\/)\.git-credentials$|\/git\/credentials$|(?:^|\/)\.git\/config$|(?:^|\/)\.gitconfig$/,
    withPassword,
  ),
  seen('git-credentials', /\/\.config\/(?:gh\/hosts|hub|glab-cli\/config)(?:\.yml)?$/, (text) =>
    assigns(text, /(?:oauth_)?token$/, ':'),
  ),
  named('git-folder', /(?:^|\/)\.git\/HEAD$/),
  seen(
    'cluster-credentials',
    /\/\.kube\/config$|\.kubeconfig$|\/kubernetes\/(?:admin|kubelet|controller-manager|scheduler)\.conf$/,
    (text) =>
      assigns(text.replace(/^[ \t]*-[ \t]*/gm, ''), /^(?:client-key-data|token|password|id-token|refresh-token)$/, ':'),
  ),
  seen('cloud-credentials', /\/\.aws\/(?:credentials|config)$/, (text) =>
    assigns(text, /^aws_(?:secret_access_key|session_token)$/i),
  ),
  seen(
    'cloud-credentials',
    /(?:credential|service[-_.]?account|gcloud|gcp|google|key)[^/]{0,80}\.json$|\/\.config\/gcloud\/.*\.json$/i,
    (text) => hasPrivateKey(text) || hasJsonText(text, 'refresh_token|client_secret'),
  ),
  named(
    'cloud-credentials',
    /\/\.config\/gcloud\/(?:credentials|access_tokens)\.db$|\/\.azure\/msal_token_cache\.(?:json|bin)$/,
  ),
  seen('cloud-credentials', /\/\.azure\/(?:accessTokens|azureProfile)\.json$/, json('accessToken|refreshToken')),
  seen('cloud-credentials', /(?:^|\/)\.(?:s3cfg|boto)$|\/rclone\/rclone\.conf$/, (text) =>
    assigns(text, /secret_(?:access_)?key$|^pass(?:word)?$|^token$/),
  ),
  seen(
    'cloud-credentials',
    /\/\.terraform\.d\/credentials\.tfrc\.json$|(?:^|\/)\.terraformrc$/,
    (text) => hasJsonText(text, 'token') || assigns(text, /^token$/),
  ),
  named('terraform-state', /\.tfstate(?:\.backup)?$/),
  named(
    'env-file',
    /(?:^|\/)\.env(?:\.(?!(?:example|sample|template|dist|defaults?|schema|tpl)$)[^/]{1,64})?$/,
    (text) => assigns(text.replace(/^[ \t]*export[ \t]+/gm, ''), SECRET_NAME),
  ),
  seen('password-hash', /^(?:\.?\/)*etc\/g?shadow-?$|(?:^|\/)\.?htpasswd$/, hash),
  named('mounted-secret', /^(?:\.?\/)*(?:var\/)?run\/secrets\/.+/),
  named(
    'shell-history',
    /(?:^|\/)\.(?:(?:ba|z|a|k)?sh|fish|python|psql|mysql|node_repl|rediscli|sqlite|irb|php)_history$/,
  ),
];

/** The quick no: a letter case is not looked at. */
const MAYBE =
  /(?:_key|id_[a-z0-9]+(?:_sk)?|\.(?:pem|key|ppk|p8|pk8|asc|gpg|p12|pfx|jks|keystore|kdbx|keytab|json|kubeconfig|conf|ini|db|bin|xml|cnf|toml|tfstate|backup|yml|config|s3cfg|boto|terraformrc)|identity|private[-_.]?key|server[-_.]?key|npmrc|yarnrc|pypirc|credentials|dockercfg|dockerconfigjson|netrc|pgpass|vault-token|\.git-credentials|\.git\/(?:config|head)|\.kube\/config|\.aws\/config|\.gitconfig|hub|\.env|\.env\.[^/]*|shadow-?|htpasswd|_history)$|run\/secrets\//i;

/** What a file of this path may be; null: nothing that is looked for. */
export function suspectOf(path: string): Suspect | null {
  if (path.length > LONGEST_PATH || !MAYBE.test(path)) return null;
  return RULES.find((rule) => rule.path.test(path)) ?? null;
}

/** Longest path that Linux takes. */
const LONGEST_PATH = 4_096;
