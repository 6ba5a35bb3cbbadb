import type { SettingWords } from '../words.ts';

export const settings: SettingWords = {
  organisation: { names: ['Organisation', 'organization', 'company'], help: 'Shown above reports.' },
  language: { names: ['Language'], help: "Blank: the workbook's." },
  currency: { names: ['Currency'], help: 'Three letters: EUR.' },
  fiscal_start_month: { names: ['Fiscal year starts in month', 'fiscal year'], help: '1 to 12, or a name.' },
  today: { names: ['Today'], help: 'Blank: the real one. While set: no history, no mail.' },
  compare_with_days: { names: ['Compare with', 'compare with days'], help: 'Days ago.' },
  on_course_from: { names: ['On course from'], help: 'Share of the plan.' },
  at_risk_from: { names: ['At risk from'], help: 'Below it: off course.' },
  too_early_below: { names: ['Too early below'], help: 'Share of the period.' },
  recent_speed_window: { names: ['Recent speed window', 'recent speed'], help: 'Days.' },
  digest_on: { names: ['Digest on', 'digest'], help: 'A weekday, every day, or off.' },
  digest_hour: { names: ['Digest from', 'digest hour'], help: 'The first recalculation of that day from this hour on sends it; for example 8.' },
  report_template: { names: ['Report template', 'template'], help: 'Link of the report to copy.' },
  report_link: { names: ['Report link', 'report'], help: 'Where messages point to.' },
  board_link: { names: ['Board link', 'board'], help: 'Address of the board as a web app, once it is deployed: messages and reports lead there.' },
};
