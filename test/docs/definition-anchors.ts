import type { SentenceBook } from '../../src/core/language/en/sentences.ts';

/** A code's anchor on the page of definitions: status at_risk is defined at #status-at-risk. */
export const anchorOf = (kind: string, code: string): string =>
  `${kind}-${code.toLowerCase().replace(/_/g, '-')}`;

/** Words that say nothing about a KPI: how numbers are written, and when Koers last ran. */
type WordsOnly =
  | 'months'
  | 'decimalMark'
  | 'thousandsMark'
  | 'percent'
  | 'days'
  | 'points'
  | 'hours'
  | 'pointsUnit'
  | 'hoursUnit'
  | 'daysUnit'
  | 'per'
  | 'perWorkingDay'
  | 'recalculated'
  | 'notRecalculated'
  | 'todayIsSet'
  | 'seenFrom'
  | 'action'
  | 'expectedEffect'
  | 'or'
  | 'rhythms'
  | 'currencyUnit'
  | 'anyCurrency'
  | 'either'
  | 'nearest'
  | 'directionFaults';

/** Lists with an anchor for each of their codes. */
export type CodeList =
  | 'statuses'
  | 'milestoneStatuses'
  | 'reasons'
  | 'methods'
  | 'signals'
  | 'fuelStatuses';

export const KIND_OF_LIST: Readonly<Record<CodeList, string>> = {
  statuses: 'status',
  milestoneStatuses: 'milestone',
  reasons: 'reason',
  methods: 'method',
  signals: 'signal',
  fuelStatuses: 'fuel',
};

type Traced = Exclude<keyof SentenceBook, WordsOnly | CodeList | 'events' | 'eventLabels'>;

/** Where each piece of an explanation is defined. A new piece without a place does not compile. */
export const ANCHOR_OF_SENTENCE: Readonly<Record<Traced, string>> = {
  judgedTo: 'judged-day',
  upTo: 'judged-day',
  ofPlanned: 'plan',
  againstPlanned: 'plan',
  used: 'plan',
  shareOfChange: 'pace-index',
  wrongWay: 'progress',
  justBehind: 'just-behind',
  arrival: 'arrival',
  late: 'arrival',
  early: 'arrival',
  onTime: 'arrival',
  noArrival: 'arrival',
  reachedOn: 'touch-and-hold',
  nowAt: 'actual',
  needed: 'required-speed',
  now: 'now',
  more: 'average-speed',
  less: 'average-speed',
  noChange: 'average-speed',
  speed: 'average-speed',
  speedAllowed: 'required-speed',
  speedNeeded: 'required-speed',
  ceilingPassed: 'flag-ceiling-passed',
  headingFor: 'forecast',
  lost: 'planned-loss',
  earned: 'planned-loss',
  lossPassed: 'planned-loss',
  lossAtMost: 'planned-loss',
  adviseLoss: 'planned-loss',
  adviseLossPassed: 'planned-loss',
  inCorridor: 'corridor',
  tooFast: 'corridor',
  tooSlow: 'corridor',
  headingOf: 'corridor',
  corridorPassed: 'corridor',
  adviseSlower: 'corridor',
  adviseFaster: 'corridor',
  chanceInside: 'corridor',
  forecast: 'forecast',
  withEvents: 'events',
  forecastSays: 'other-verdict',
  forecastEnough: 'other-verdict',
  adviseForecast: 'other-verdict',
  band: 'band',
  atLeast: 'bands',
  atMost: 'bands',
  between: 'bands',
  asked: 'bands',
  met: 'bands',
  tooLow: 'bands',
  tooHigh: 'bands',
  withinTolerance: 'tolerance',
  beyondTolerance: 'tolerance',
  ended: 'closed',
  ofTarget: 'target',
  targetWas: 'target',
  achieved: 'status-achieved',
  missed: 'status-missed',
  doneOn: 'status-done',
  done: 'status-done',
  notDone: 'status-done',
  notDoneYet: 'status-done',
  wasDue: 'status-done',
  outOfDate: 'out-of-date',
  outOfDateOnly: 'out-of-date',
  tooEarly: 'too-early',
  firstResult: 'first-result',
  noData: 'status-no-data',
  noValues: 'status-no-data',
  missingValues: 'flag-incomplete',
  incomplete: 'flag-incomplete',
  unreadable: 'flag-unreadable',
  periodsMet: 'every',
  periods: 'every',
  goalpost: 'flag-goalpost',
  startsOn: 'status-not-started',
  paused: 'status-paused',
  cancelled: 'status-cancelled',
  trackedAt: 'status-tracked',
  trackedTo: 'status-tracked',
  trackedOnly: 'status-tracked',
  invalid: 'status-invalid',
  invalidUnknown: 'status-invalid',
  override: 'override',
  adviseSpeed: 'required-speed',
  adviseUp: 'required-speed',
  adviseDown: 'required-speed',
  adviseMore: 'now',
  adviseOrPlan: 'changed-targets',
  adviseForeseen: 'now',
  adviseBeyond: 'now',
  adviseAction: 'advice',
  adviseCeiling: 'required-speed',
  adviseCeilingPassed: 'flag-ceiling-passed',
  adviseRaise: 'advice',
  adviseLower: 'advice',
  adviseFinish: 'status-done',
  adviseNewDate: 'status-done',
  adviseHold: 'advice',
  adviseForecastOver: 'advice',
  adviseForecastOutside: 'advice',
  adviseChance: 'advice',
  adviseWatch: 'just-behind',
  adviseNext: 'advice',
  adviseLearn: 'advice',
  adviseEnter: 'advice',
  adviseEnterAfter: 'advice',
  abovePlan: 'gap',
  belowPlan: 'gap',
  behindPlan: 'gap',
  aheadOfPlan: 'gap',
  onPlan: 'gap',
  short: 'gap',
  toSpare: 'gap',
  dueDate: 'stopovers',
  milestone: 'stopovers',
  milestoneValue: 'stopovers',
  milestoneReached: 'stopovers',
  milestoneExpected: 'stopovers',
  milestoneOverdue: 'milestone-overdue',
  milestoneNotReached: 'milestone-overdue',
  milestoneNowExpected: 'milestone-overdue',
  toGo: 'stopovers',
  speedToGo: 'stopovers',
  noKpis: 'goals',
  outcomeDecides: 'goals',
  goalCounts: 'counted',
  subGoalCounts: 'counted',
  goalCritical: 'goal-status',
  goalCount: 'counted',
  goalWaiting: 'counted',
  goalLowShare: 'judged-share',
  goalAdvice: 'advice',
  since: 'changes-since',
  fromTo: 'changes-since',
  progressUp: 'changes-since',
  progressDown: 'changes-since',
  fuelLeft: 'fuel-numbers',
  fuelOver: 'fuel-numbers',
  fuelNeed: 'fuel-numbers',
  fuelLasts: 'fuel-numbers',
  driver: 'drivers',
  isFavourable: 'signals',
  thanUsual: 'signals',
  firstTarget: 'version-one',
  ofTheWay: 'version-one',
  restatedSinceClose: 'snapshots',
  restatedFrom: 'restated',
  onTimeIf: 'way-back',
  withinIf: 'way-back',
  both: 'way-back',
  all: 'way-back',
  closesPart: 'opportunities',
  chance: 'probability',
  chanceWithin: 'probability',
  lessThan: 'probability',
  moreThan: 'probability',
  fuelRanOut: 'fuel-numbers',
  fuelToNextStop: 'fuel-numbers',
  fuelNotToNextStop: 'fuel-numbers',
  against: 'drivers',
};

export const ANCHOR_OF_EVENT: Readonly<Record<keyof SentenceBook['events'], string>> = {
  status: 'status',
  milestone_reached: 'stopovers',
  target_changed: 'versions',
  restated: 'restated',
  achieved: 'status-achieved',
  data_stale: 'out-of-date',
  best_ever: 'best-ever',
};

export const WORDS_ONLY: Readonly<Record<WordsOnly, true>> = {
  months: true,
  decimalMark: true,
  thousandsMark: true,
  percent: true,
  days: true,
  points: true,
  hours: true,
  pointsUnit: true,
  hoursUnit: true,
  daysUnit: true,
  per: true,
  perWorkingDay: true,
  recalculated: true,
  notRecalculated: true,
  todayIsSet: true,
  seenFrom: true,
  action: true,
  expectedEffect: true,
  or: true,
  rhythms: true,
  currencyUnit: true,
  anyCurrency: true,
  either: true,
  nearest: true,
  directionFaults: true,
};
