import { listOf, type Words, words } from './layout-types.ts';

export type Choice<Code extends string = string> = {
  readonly code: Code;
  readonly name: Words;
  readonly synonyms: readonly string[];
};

/**
 * Code; "Nederlands" where the English name is the code, else "English|Nederlands"; other spellings
 * separated by commas, all in small letters.
 */
type ChoiceLine<Code extends string> = readonly [code: Code, names: string, synonyms?: string];

const choices = <const Code extends string>(
  lines: readonly ChoiceLine<Code>[],
): readonly Choice<Code>[] =>
  lines.map(([code, names, synonyms = '']) => ({
    code,
    name: words(names.includes('|') ? names : `${code.replace(/_/g, ' ')}|${names}`),
    synonyms: listOf(synonyms),
  }));

export const CHOICE_LISTS = {
  strategy_kind: choices([
    ['mission', 'missie'],
    ['vision', 'visie'],
    ['strategy', 'strategie'],
    ['choice', 'keuze', 'strategic choice,strategische keuze,strategic pillar,pijler'],
  ]),
  status_rule: choices([
    [
      'worst_critical',
      'weighted, critical first|gewogen, kritiek eerst',
      'critical,kritiek,default,standaard',
    ],
    ['weighted', 'gewogen', 'average,gemiddelde'],
    ['worst', 'slechtste', 'weakest,zwakste'],
  ]),
  aggregation: choices([
    ['sum', 'som', 'total,totaal,add up,optellen,yes,ja,x,✓,true,waar'],
    ['count', 'aantal', 'number of rows,tellen,tel'],
    ['last', 'laatste', 'latest,newest,nieuwste,level,stand'],
    ['mean', 'gemiddelde', 'average,avg,gemiddeld'],
    ['min', 'min', 'minimum,lowest,laagste'],
    ['max', 'max', 'maximum,highest,hoogste'],
    ['unique', 'uniek', 'people,users,distinct,mensen,personen,gebruikers,unieke'],
  ]),
  cadence: choices([
    ['day', 'dag', 'daily,dagelijks,per day,per dag,d'],
    ['week', 'week', 'weekly,wekelijks,per week,w'],
    ['month', 'maand', 'monthly,maandelijks,per month,per maand,m'],
    ['quarter', 'kwartaal', 'quarterly,per kwartaal,per quarter,elk kwartaal,every quarter,q,k'],
    ['year', 'jaar', 'yearly,annual,annually,jaarlijks,per year,per jaar,y,j'],
    ['irregular', 'onregelmatig', 'now and then,af en toe,wisselend'],
  ]),
  better_when: choices([
    ['higher', 'hoger', 'up,more,omhoog,meer,hoog,high,↑'],
    ['lower', 'lager', 'down,less,omlaag,minder,laag,low,↓'],
  ]),
  missing: choices([
    ['missing', 'ontbreekt', 'unknown,onbekend,gap,gat,leeg,blank'],
    ['zero', 'nul', '0,none,geen'],
  ]),
  kind: choices([
    ['add_up_to', 'optellen tot', 'sum to,total,totaal,bereiken,reach,optellen'],
    ['grow_to', 'groeien naar', 'groei naar,increase to,raise to,stijgen naar,verhogen naar,grow'],
    [
      'bring_down_to',
      'terugbrengen naar',
      'reduce to,decrease to,lower to,verlagen naar,dalen naar',
    ],
    ['keep_at_least', 'minstens', 'at least,min,minimum,minimaal,ten minste,≥,>='],
    ['keep_at_most', 'hoogstens', 'at most,max,maximum,maximaal,ten hoogste,niet meer dan,≤,<='],
    [
      'spend_no_more_than',
      'niet meer uitgeven dan',
      'budget,ceiling,plafond,spend at most,hoogstens uitgeven',
    ],
    ['keep_between', 'tussen', 'between,range,bandbreedte,tussen houden'],
    ['done_by', 'klaar op', 'done,klaar,gereed,gereed op,finished by,af op'],
    ['just_track', 'alleen volgen', 'track,volgen,monitor,only track,meten'],
  ]),
  state: choices([
    ['active', 'actief', 'on,running,loopt,aan'],
    ['paused', 'gepauzeerd', 'pause,on hold,pauze,in de wacht'],
    ['cancelled', 'geannuleerd', 'canceled,stopped,gestopt,vervallen,geschrapt'],
  ]),
  plan_shape: choices([
    ['straight', 'recht', 'linear,lineair,line,rechte lijn,straight line'],
    ['step', 'trap', 'steps,stap,stappen,trapsgewijs'],
    ['by_interval', 'per interval', 'equal parts,gelijke delen,per period,per periode'],
  ]),
  day_weights: choices([
    ['every_day', 'elke dag', 'all days,alle dagen,iedere dag'],
    ['last_year', 'vorig jaar', "last year's shape,als vorig jaar,seasonal,seizoen"],
  ]),
  reached_rule: choices([
    ['touch', 'aanraken', 'once,eenmaal,raken,first time,eerste keer'],
    ['hold', 'vasthouden', 'at the end,aan het eind,behouden'],
  ]),
  closed_rule: choices([
    ['whole_period', 'hele periode', 'period,periode,whole,geheel'],
    ['every', 'elke', 'all,alle,each,every interval,elk interval,iedere'],
  ]),
  forecast_method: choices([
    ['run_rate', 'huidig tempo', 'pace,tempo,run-rate'],
    ['recent', 'recent', 'recent speed,recent tempo'],
    ['as_planned', 'volgens plan', 'plan'],
    ['last_year_share', "last year's share|aandeel vorig jaar", 'last year,vorig jaar'],
    ['drift', 'drift', 'trend'],
    ['level', 'gelijkblijvend', 'flat,vlak,naive'],
  ]),
  phase: choices([
    ['plan', 'plan', 'p,plannen'],
    ['do', 'doen', 'd,uitvoeren'],
    ['check', 'controleren', 'c,checken,controle'],
    ['act', 'bijstellen', 'a,handelen,bijsturen'],
  ]),
  decision: choices([
    ['keep', 'doorgaan', 'continue,houden,behouden'],
    ['adjust', 'aanpassen', 'change,bijstellen,wijzigen'],
    ['stop', 'stoppen', 'end,beeindigen'],
  ]),
  action_status: choices([
    ['open', 'open', 'to do,te doen,planned,gepland'],
    ['busy', 'bezig', 'in progress,doing,loopt,onderhanden'],
    ['done', 'klaar', 'finished,gereed,af'],
    ['on_course', 'op koers', 'green,groen'],
    ['at_risk', 'bijsturen', 'amber,oranje,geel'],
    ['off_course', 'van koers', 'red,rood'],
    ['achieved', 'gehaald', 'reached,bereikt,behaald'],
    ['missed', 'niet gehaald', 'gemist'],
    ['paused', 'gepauzeerd', 'pauze,on hold'],
    ['cancelled', 'geannuleerd', 'canceled,vervallen'],
  ]),
  digest_for: choices([
    ['all', 'alles', 'alle,everything'],
    ['mine', 'van mij', 'my own,eigen,mijn'],
    ['off', 'uit', 'none,no,nee,geen'],
  ]),
  digest_on: choices([
    ['off', 'uit', 'no,nee,never,nooit'],
    ['daily', 'every day|elke dag', 'dagelijks'],
    ['workdays', 'working days|werkdagen', 'weekdays,doordeweeks'],
    ['monday', 'Monday|maandag', 'mon,ma,weekly,wekelijks,yes,ja,x,✓,on,aan'],
    ['tuesday', 'Tuesday|dinsdag', 'tue,di'],
    ['wednesday', 'Wednesday|woensdag', 'wed,wo'],
    ['thursday', 'Thursday|donderdag', 'thu,do'],
    ['friday', 'Friday|vrijdag', 'fri,vr'],
    ['saturday', 'Saturday|zaterdag', 'sat,za'],
    ['sunday', 'Sunday|zondag', 'sun,zo'],
    ['month_start', 'first of the month|eerste van de maand', 'monthly,maandelijks'],
  ]),
  language: choices([
    ['en', 'English|Engels', 'eng'],
    ['nl', 'Dutch|Nederlands', 'ned,hollands'],
  ]),
  unit: choices([
    ['number', 'aantal', 'getal,#,count,stuks,pieces'],
    ['percent', 'procent', '%,percentage,pct'],
    ['points', 'punten', 'score,nps,pt,pts'],
    ['seconds', 'seconden', 'sec,s,second,seconde'],
    ['minutes', 'minuten', 'min,minute,minuut'],
    ['hours', 'uren', 'hour,uur,h,u'],
    ['days', 'dagen', 'day,dag'],
    ['duration', 'tijdsduur', 'duur,time,hh:mm:ss'],
  ]),
} as const satisfies Record<string, readonly Choice[]>;

export type ChoiceListId = keyof typeof CHOICE_LISTS;

/** Which currency a word or sign means; a code of three capitals needs no entry. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  "euro's": 'EUR',
  euros: 'EUR',
  $: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  us$: 'USD',
  '£': 'GBP',
  pond: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  '¥': 'JPY',
};
