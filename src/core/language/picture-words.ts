/** What stands in a picture of the route or a meter, beside names, statuses, dates and figures. */
export interface PictureWords {
  readonly today: (date: string) => string;
  readonly plan: string;
  readonly actual: string;
  readonly forecast: string;
  readonly likelyRange: string;
  readonly event: string;
  readonly lowerIsBetter: string;
  readonly stopover: string;
  /** Of a stop without a name. */
  readonly dueDate: string;
  readonly planned: (date: string) => string;
  readonly expected: (date: string) => string;
  readonly reached: (date: string) => string;
  readonly arrival: (date: string) => string;
  readonly progress: string;
  readonly pace: string;
  readonly fuel: string;
  readonly ofTheWay: (share: string) => string;
  readonly timesTheNeed: (times: string) => string;
  readonly behindPlan: (days: string) => string;
  readonly aheadOfPlan: (days: string) => string;
  readonly onPlan: string;
  readonly millions: (digits: string) => string;
  readonly billions: (digits: string) => string;
  readonly notJudged: string;
  readonly toDate: (date: string) => string;
  /** More of them than the picture has room for. */
  readonly more: (count: number) => string;
  readonly oneOfMany: (shown: string, count: number) => string;
  readonly lanes: (count: number, stops: number) => string;
  readonly meters: (count: number) => string;
  /** Where there is nothing to draw. */
  readonly noRows: string;
  readonly noPlace: string;
  readonly noFigures: string;
  readonly noMeters: string;
}
