/** What a connector's manifest must say of the organisation that installs it. All of it is public. */

export interface OrganisationDetails {
  readonly company: string;
  readonly companyUrl: string;
  readonly logoUrl: string;
  readonly addonUrl: string;
  readonly supportUrl: string;
  /** '' where the organisation has none to link. */
  readonly privacyPolicyUrl: string;
  readonly termsOfServiceUrl: string;
}

export type DetailKey = keyof OrganisationDetails;

export interface DetailQuestion {
  readonly key: DetailKey;
  /** Without the dashes. */
  readonly option: string;
  readonly question: string;
  readonly isRequired: boolean;
  /** Another answer that will do here. */
  readonly defaultFrom: DetailKey | null;
  /** Why an answer will not do, or null when it will. */
  readonly check: (answer: string) => string | null;
}

/** Names that never lead anywhere (RFC 2606): a manifest with one of them is a form left blank. */
const RESERVED = /(?:^|\.)(?:example|invalid|test|localhost)$|(?:^|\.)example\.(?:com|net|org)$/;

/** [documented] Data Studio does not take a logo from these. */
const GOOGLE_HOSTS = /(?:^|\.)(?:gstatic|ggpht|google|googleusercontent)\.com$/;

const MOST_NAME_LETTERS = 80;

function hostOf(answer: string): string | null {
  try {
    const { protocol, hostname } = new URL(answer);
    return protocol === 'https:' && hostname.includes('.') ? hostname : null;
  } catch {
    return null;
  }
}

function checkName(answer: string): string | null {
  if (answer.length > MOST_NAME_LETTERS) return `at most ${MOST_NAME_LETTERS} letters, please`;
  return answer === '' ? 'a name is needed' : null;
}

function checkPage(answer: string): string | null {
  const host = hostOf(answer);
  if (host === null) return 'a public address that begins with https:// is needed';
  return RESERVED.test(host) ? `${host} leads nowhere: it is reserved for examples` : null;
}

function checkPicture(answer: string): string | null {
  const host = hostOf(answer);
  if (host !== null && GOOGLE_HOSTS.test(host)) {
    return `Data Studio takes no logo from ${host}: put the picture on a site of your own`;
  }
  return checkPage(answer);
}

const question = (
  key: DetailKey,
  option: string,
  text: string,
  check: DetailQuestion['check'],
  more: Partial<DetailQuestion> = {},
): DetailQuestion => ({
  key,
  option,
  question: text,
  check,
  isRequired: true,
  defaultFrom: null,
  ...more,
});

/** In the order in which they are asked. */
export const DETAIL_QUESTIONS: readonly DetailQuestion[] = [
  question('company', 'company', 'Organisation, as Data Studio shows it', checkName),
  question('companyUrl', 'company-url', 'Its website (https://…)', checkPage),
  question(
    'logoUrl',
    'logo-url',
    'Its logo: a public picture, square, 48 pixels or more (https://…)',
    checkPicture,
  ),
  question('addonUrl', 'addon-url', 'A page about this connector', checkPage, {
    defaultFrom: 'companyUrl',
  }),
  question('supportUrl', 'support-url', 'Where viewers get help (a web page)', checkPage, {
    defaultFrom: 'companyUrl',
  }),
  question('privacyPolicyUrl', 'privacy-url', 'Privacy policy (blank: none)', checkPage, {
    isRequired: false,
  }),
  question('termsOfServiceUrl', 'terms-url', 'Terms of service (blank: none)', checkPage, {
    isRequired: false,
  }),
];

/** Why this answer to this question will not do; null when it will. */
export const complaintAbout = (asked: DetailQuestion, answer: string): string | null =>
  answer === '' && !asked.isRequired ? null : asked.check(answer);

/** The manifest with what the organisation says of itself in it; what it left blank stays out. */
export function filledManifest(
  manifest: Readonly<Record<string, unknown>>,
  details: OrganisationDetails,
): Readonly<Record<string, unknown>> {
  const said = Object.entries(details).filter(([, value]) => value !== '');
  return {
    ...manifest,
    dataStudio: { ...(manifest.dataStudio as object), ...Object.fromEntries(said) },
  };
}

/** A short name for a folder and for the command line: "Thee & Zo" is thee-zo. */
export function shortNameOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** It names a folder and an entry of the file, so nothing else will do. */
export const isShortName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(name) && !(name in {});
