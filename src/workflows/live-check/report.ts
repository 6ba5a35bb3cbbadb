import { LIVE_CHECK_WORDS } from '../../core/language/sheet-languages.ts';
import type { NeedId, ObstacleId } from '../../core/language/workflow-words.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { ScreenPage } from '../ports.ts';
import type { LiveAnswers, ProbeResult } from './answers.ts';

/** What Koers cannot do without, by the questions that must have been answered. */
const NEEDS: Readonly<Record<NeedId, readonly string[]>> = {
  read: ['rights.sheets_service'],
  write: ['tab.made', 'changes.one_reply_each', 'changes.all_or_none'],
  rights: ['rights.spreadsheets', 'rights.windows', 'rights.schedule', 'rights.address'],
  stores: ['cache.put_answers', 'properties.missing', 'lock.without_time'],
  texts: ['gzip.gives_back', 'gzip.bytes_marked', 'pages.content'],
  schedule: ['triggers.in_a_zone', 'triggers.hourly', 'triggers.weekly', 'triggers.once'],
  cells: ['values.unformatted', 'values.ranges_as_answered', 'formats.of_cells'],
  connector: ['fields.everything_said', 'fields.formula', 'responses.form'],
};

/** [documented, seen] In the words of Google's services; the first that fits counts. */
const OBSTACLES: readonly (readonly [ObstacleId, RegExp])[] = [
  ['api_off', /has not been used in project|SERVICE_DISABLED|it is disabled|does not enable/i],
  [
    'right_missing',
    /permissions are not sufficient|insufficient authentication scopes|authorization is required/i,
  ],
  ['blocked', /administrator|admin_policy|domain polic/i],
  ['no_edit', /does not have permission|permission to edit|protected|cannot edit/i],
  ['busy', /quota|rate limit|too many|unavailable|try again|timed? ?out|internal error/i],
];

const obstacleOf = (result: ProbeResult | undefined): ObstacleId => {
  if (result?.kind !== 'refusal') return 'not_asked';
  return OBSTACLES.find(([, pattern]) => pattern.test(result.message))?.[0] ?? 'unknown';
};

interface JudgedNeed {
  readonly id: NeedId;
  /** The first answer that was not one; null when all were. */
  readonly failed: ProbeResult | null;
}

// SAFETY: the keys of the record above.
const judgedNeeds = ({ results }: LiveAnswers): JudgedNeed[] =>
  (Object.keys(NEEDS) as NeedId[]).map((id) => {
    const found = NEEDS[id].map((probe) => results[probe]);
    const failed = found.find((result) => result?.kind === 'refusal') ?? null;
    const missing = found.find((result) => result?.kind !== 'answer') ?? null;
    return { id, failed: failed ?? missing };
  });

const counted = ({ results }: LiveAnswers, kind: ProbeResult['kind']): number =>
  Object.values(results).filter((result) => result.kind === kind).length;

/** The page for a person: what works, what is refused and what to do, and the block for others. */
export function liveCheckPage(answers: LiveAnswers, language: Language): ScreenPage {
  const words = LIVE_CHECK_WORDS[language];
  const needs = judgedNeeds(answers);
  const refused = needs.filter(({ failed }) => failed !== null);
  const { scriptTimeZone, workbookTimeZone } = answers.surroundings;
  const lines = needs.flatMap(({ id, failed }) => {
    if (failed === null) return [`✓ ${words.needs[id]}: ${words.works}`];
    const advice = words.whatToDo[obstacleOf(failed)];
    const said = failed.kind === 'refusal' ? [words.google(failed.message)] : [];
    return [`✗ ${words.needs[id]}: ${words.refused}`, ...said, advice];
  });
  return {
    title: words.title,
    paragraphs: [
      refused.length === 0 ? words.allWell : words.notAll(refused.length, needs.length),
      ...lines,
      ...(workbookTimeZone === '' ? [] : [words.zones(scriptTimeZone, workbookTimeZone)]),
      ...(answers.results['tab.removed']?.kind === 'refusal' ? [words.leftTab] : []),
      words.asked(
        counted(answers, 'answer'),
        counted(answers, 'refusal'),
        counted(answers, 'skipped'),
      ),
    ],
    block: { label: words.blockLabel, text: JSON.stringify(answers, null, 1) },
  };
}
