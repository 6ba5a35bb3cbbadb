import type { TabWords } from '../words.ts';

const start = { names: ['Start', 'start date', 'from', 'begin'], help: 'First day.' } as const;
const due = {
  names: ['Due', 'due date', 'end', 'end date', 'deadline'],
  help: 'Last day.',
} as const;
const owner = { names: ['Owner', 'responsible', 'who'], help: 'Who answers for it.' } as const;
const note = { names: ['Note', 'remark', 'notes'], help: 'Anything else.' } as const;
const kpi = { names: ['KPI'], help: 'Its name or id.' } as const;
const channel = { names: ['Channel'], help: 'Blank: the total.' } as const;
const channel2 = { names: ['Channel'], help: 'Blank: all.' } as const;

export const tabs: TabWords = {
  settings: {
    names: ['Settings'],
    columns: {
      setting: { names: ['Setting'], help: 'Its name.' },
      value: { names: ['Value'], help: 'Blank: the default.' },
    },
  },
  strategy: {
    names: ['Strategy'],
    columns: {
      kind: { names: ['Kind', 'type'], help: 'Mission, vision, strategy or choice.' },
      text: { names: ['Text', 'sentence', 'description'], help: 'One sentence.' },
      owner: { names: ['Owner', 'responsible', 'who'], help: 'Who keeps it.' },
      id: {
        names: ['Line ID', 'id'],
        help: 'Made by Koers from the name; keeps history when you rename.',
      },
    },
  },
  goals: {
    names: ['Goals', 'objectives'],
    columns: {
      name: { names: ['Goal', 'objective'], help: 'A short name.' },
      success_when: { names: ['Success when', 'successful when'], help: 'When are we successful?' },
      strategy_line: { names: ['Strategy line', 'strategy'], help: 'The line it serves.' },
      parent_goal: {
        names: ['Parent goal', 'parent', 'part of'],
        help: 'The longer goal it is a step to.',
      },
      start,
      due,
      outcome_kpi: {
        names: ['Outcome KPI', 'outcome'],
        help: 'The KPI that decides; the others drive it.',
      },
      weight: { names: ['Weight'], help: 'Share in the parent goal; blank: equal.' },
      status_rule: { names: ['Status rule'], help: 'How its KPIs make its status.' },
      owner,
      note,
      id: {
        names: ['Goal ID', 'id'],
        help: 'Made by Koers from the name; keeps history when you rename.',
      },
    },
  },
  measures: {
    names: ['Measures', 'metrics'],
    columns: {
      name: { names: ['Measure', 'metric', 'name'], help: 'A short name.' },
      unit: { names: ['Unit'], help: 'Number, percent, points, time or a currency.' },
      adds_up: {
        names: ['Adds up', 'aggregation'],
        help: "How values combine; blank: by the KPI's Kind.",
      },
      formula: { names: ['Formula'], help: 'orders / visitors; names with spaces in [ ].' },
      cadence: {
        names: ['Cadence', 'frequency', 'interval'],
        help: 'How often a value comes; blank: read from the values.',
      },
      better_when: { names: ['Better when', 'direction'], help: 'Higher or lower.' },
      decimals: { names: ['Decimals', 'digits'], help: 'Digits shown.' },
      missing: {
        names: ['Missing', 'missing values'],
        help: 'What no row means: missing, zero, or nothing happened.',
      },
      window: {
        names: ['Window', 'rolling window', 'look back'],
        help: 'A value looks back so far: 12 months, 28 days.',
      },
      lowest: { names: ['Lowest', 'lower bound'], help: 'No value can be lower.' },
      highest: { names: ['Highest', 'upper bound'], help: 'No value can be higher.' },
      data_lag: { names: ['Data lag', 'lag'], help: 'Days until a value is final.' },
      grace: { names: ['Grace', 'grace days'], help: 'Days a value may be late.' },
      number_style: {
        names: ['Number style', 'number format', 'decimal mark'],
        help: 'Decimal mark of figures in text; blank: as the tab shows.',
      },
      adds_up_over_channels: {
        names: ['Adds up over channels', 'channels add up'],
        help: 'No: a person can be in two channels.',
      },
      source_spreadsheet: {
        names: ['Source spreadsheet', 'source'],
        help: 'URL or id; blank: this workbook.',
      },
      source_tab: { names: ['Source tab', 'source sheet'], help: 'The tab that holds its values.' },
      date_column: { names: ['Date column'], help: 'Header in the source tab.' },
      value_column: { names: ['Value column'], help: 'Header in the source tab.' },
      channel_column: { names: ['Channel column'], help: 'Header in the source tab.' },
      filter: { names: ['Filter'], help: 'Rows that count: Status = paid; Country <> BE.' },
      how: { names: ['How', 'definition'], help: 'How it is measured.' },
      note,
      id: {
        names: ['Measure ID', 'id'],
        help: 'Made by Koers from the name; keeps history when you rename.',
      },
    },
  },
  kpis: {
    names: ['KPIs', 'key results'],
    columns: {
      name: { names: ['KPI', 'key result', 'indicator'], help: 'A short name.' },
      goal: { names: ['Goal', 'objective'], help: 'What it is for.' },
      kind: { names: ['Kind', 'type'], help: 'Add up, grow, bring down, keep, spend, be done.' },
      measure: { names: ['Measure', 'metric'], help: "Blank: a measure with the KPI's name." },
      channel: { names: ['Channel'], help: 'Blank: all channels.' },
      start,
      due,
      last_time: { names: ['Last time', 'baseline', 'previous'], help: 'Where it stood before.' },
      target: { names: ['Target', 'target value'], help: 'The value to reach.' },
      growth: { names: ['Growth', 'growth %'], help: 'Instead of a target: 10% more.' },
      owner,
      note,
      every: {
        names: ['Every', 'counts anew every'],
        help: 'The target counts anew each week, month, quarter or year.',
      },
      stops_are: {
        names: ['Stops are', 'milestones are'],
        help: 'So far: reached by then in all; per period: since the stop before.',
      },
      low: { names: ['Low', 'lower', 'min', 'from value'], help: 'Of a range.' },
      high: { names: ['High', 'upper', 'max', 'to value'], help: 'Of a range.' },
      tolerance: { names: ['Tolerance'], help: 'How far off is at risk, in the unit.' },
      weight: { names: ['Weight'], help: 'Share in the goal; 0: information only.' },
      critical: { names: ['Critical'], help: 'Off course, then the goal is too.' },
      leading: {
        names: ['Leading', 'leading indicator'],
        help: 'It moves before the outcome does.',
      },
      stage: { names: ['Stage', 'funnel stage', 'phase'], help: 'Of the customer journey.' },
      contribution: { names: ['Contribution'], help: 'How it helps the goal.' },
      state: { names: ['State'], help: 'Active, paused, cancelled.' },
      plan_shape: { names: ['Plan shape', 'shape'], help: 'Straight, step, by interval.' },
      weights: {
        names: ['Weights', 'day weights', 'calendar'],
        help: 'Every day, a calendar, last year.',
      },
      reached: {
        names: ['Reached', 'reached when'],
        help: 'Touch: once is enough; hold: at the end.',
      },
      closed_rule: {
        names: ['Closed rule'],
        help: 'Whole period, every interval, or a share: 90%.',
      },
      forecast_method: {
        names: ['Forecast method', 'forecast'],
        help: 'Blank: by the kind of KPI.',
      },
      on_course_from: { names: ['On course from'], help: 'Blank: the setting.' },
      at_risk_from: { names: ['At risk from'], help: 'Blank: the setting.' },
      warn_days: { names: ['Warn days'], help: 'Days before a done-by date; blank: 14.' },
      scale: { names: ['Scale'], help: 'What counts as 100% off when the target is 0.' },
      follows: { names: ['Follows'], help: 'The KPI of the period before.' },
      id: {
        names: ['KPI ID', 'id'],
        help: 'Made by Koers from the name; keeps history when you rename.',
      },
    },
  },
  targets: {
    names: ['Targets', 'targets per period'],
    columns: {
      kpi,
      period: {
        names: ['Period', 'month', 'week', 'quarter', 'year', 'date'],
        help: '2026-02, Q1 2026, 2026; or a column for each.',
      },
      target: {
        names: ['Target', 'value', 'budget', 'amount'],
        help: 'What is asked in that period.',
      },
    },
  },
  milestones: {
    names: ['Milestones', 'stopovers'],
    columns: {
      stop: {
        names: ['Stop', 'stopover', 'milestone'],
        help: 'One name for what belongs together.',
      },
      kpi,
      date: { names: ['Date', 'due', 'planned'], help: 'When it is planned.' },
      value: {
        names: ['Value', 'target'],
        help: 'Where the KPI is by then; blank: a date to be done.',
      },
      done_on: { names: ['Done on', 'done'], help: 'When it was done.' },
    },
  },
  actuals: {
    names: ['Actuals'],
    columns: {
      date: {
        names: ['Date', 'day', 'period', 'month', 'week', 'quarter', 'year'],
        help: 'A day, or a period: 2026-02.',
      },
      measure: { names: ['Measure', 'metric', 'kpi'], help: 'Its name or id.' },
      value: { names: ['Value', 'actual', 'amount'], help: 'Blank is missing, 0 is zero.' },
      channel,
      note,
      recorded_at: {
        names: ['Recorded at', 'recorded', 'timestamp'],
        help: 'A later row replaces an earlier one.',
      },
    },
  },
  target_changes: {
    names: ['Target changes'],
    columns: {
      kpi,
      effective_from: {
        names: ['Effective from', 'from', 'date'],
        help: 'First day of the new target.',
      },
      target: { names: ['Target', 'new target'], help: 'The new target.' },
      rebase: { names: ['Rebase'], help: 'Start the plan again from here.' },
      author: { names: ['Author', 'by'], help: 'Who decided.' },
      reason: { names: ['Reason', 'why'], help: 'Why.' },
    },
  },
  resources: {
    names: ['Resources', 'fuel', 'budget'],
    columns: {
      resource: { names: ['Resource'], help: 'Ad budget, hours.' },
      subject: { names: ['KPI or goal', 'kpi', 'goal', 'for'], help: 'What it is spent on.' },
      channel,
      unit: { names: ['Unit'], help: 'EUR, hours.' },
      date: { names: ['Date', 'day', 'period', 'month'], help: 'Blank: from the start.' },
      budget: { names: ['Budget', 'available'], help: 'What there is.' },
      used: { names: ['Used', 'spent'], help: 'What went.' },
      note,
    },
  },
  actions: {
    names: ['Actions', 'pdca'],
    columns: {
      name: { names: ['Action', 'what', 'step'], help: 'What is done.' },
      kpi,
      phase: { names: ['Phase', 'pdca'], help: 'Plan, do, check or act.' },
      date: { names: ['Date', 'when'], help: 'When.' },
      owner: { names: ['Owner', 'who', 'responsible'], help: 'Who.' },
      channel: channel2,
      resource: { names: ['Resource'], help: 'What it takes.' },
      expected_effect: { names: ['Expected effect', 'effect'], help: "In the KPI's unit." },
      effect_date: { names: ['Effect date'], help: 'From when it shows.' },
      cause: { names: ['Cause'], help: 'Why it happened.' },
      confidence: { names: ['Confidence'], help: 'From 0% to 100%.' },
      decision: { names: ['Decision'], help: 'Keep, adjust or stop.' },
      status: { names: ['Status'], help: 'In an act row, with Until: overrides the status.' },
      until: { names: ['Until', 'till'], help: 'Last day of the override.' },
      note,
      id: {
        names: ['Action ID', 'id'],
        help: 'Made by Koers from the name; keeps history when you rename.',
      },
    },
  },
  events: {
    names: ['Events'],
    columns: {
      name: { names: ['Event'], help: 'A short name.' },
      from: { names: ['From', 'start', 'begin', 'date'], help: 'First day.' },
      to: { names: ['To', 'end', 'until'], help: 'Last day; blank: one day.' },
      subject: { names: ['Measure or KPI', 'measure', 'kpi'], help: 'Blank: everything.' },
      channel: channel2,
      expected_effect: {
        names: ['Expected effect', 'effect'],
        help: '-20%: a fifth less than without it.',
      },
      note,
    },
  },
  calendar: {
    names: ['Calendar', 'calendars'],
    columns: {
      calendar: { names: ['Calendar'], help: 'Its name.' },
      key: {
        names: ['Date, weekday or month', 'date', 'day', 'weekday', 'month'],
        help: '25-12-2026, Sunday, July.',
      },
      weight: { names: ['Weight'], help: '0: does not count.' },
      label: { names: ['Label', 'name'], help: 'Christmas.' },
    },
  },
  periods: {
    names: ['Periods'],
    columns: {
      label: { names: ['Label', 'period', 'name'], help: 'Such as P01 2026.' },
      start: { names: ['Start', 'from', 'begin'], help: 'First day.' },
      end: { names: ['End', 'to'], help: 'Last day.' },
      year: { names: ['Year', 'fiscal year'], help: 'The fiscal year.' },
    },
  },
  people: {
    names: ['People', 'persons', 'team'],
    columns: {
      name: { names: ['Name'], help: 'As in Owner.' },
      email: { names: ['E-mail', 'email', 'mail', 'address'], help: 'Address.' },
      team: { names: ['Team'], help: 'Their team.' },
      digest: { names: ['Digest'], help: 'All, mine or off.' },
      language: { names: ['Language'], help: 'English or Dutch.' },
    },
  },
};
