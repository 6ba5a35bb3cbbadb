import { type Words, words } from './layout-types.ts';

export type Choice<Code extends string = string> = {
  readonly code: Code;
  readonly name: Words;
  readonly synonyms: readonly string[];
};

/** code, "English | Nederlands", other spellings separated by commas, all in small letters. */
type ChoiceLine<Code extends string> = readonly [code: Code, names: string, synonyms?: string];

function choices<const Code extends string>(
  lines: readonly ChoiceLine<Code>[],
): readonly Choice<Code>[] {
  return lines.map(([code, names, synonyms = '']) => ({
    code,
    name: words(names),
    synonyms: synonyms === '' ? [] : synonyms.split(','),
  }));
}

export const CHOICE_LISTS = {
  strategy_kind: choices([
    ['mission', 'mission | missie'],
    ['vision', 'vision | visie'],
    ['strategy', 'strategy | strategie'],
    ['choice', 'choice | keuze', 'strategic choice,strategische keuze,strategic pillar,pijler'],
  ]),
  status_rule: choices([
    [
      'worst_critical',
      'weighted, critical first | gewogen, kritiek eerst',
      'critical,kritiek,default,standaard',
    ],
    ['weighted', 'weighted | gewogen', 'average,gemiddelde'],
    ['worst', 'worst | slechtste', 'weakest,zwakste'],
  ]),
  aggregation: choices([
    ['sum', 'sum | som', 'total,totaal,add up,optellen,yes,ja,x,✓,true,waar'],
    ['count', 'count | aantal', 'number of rows,tellen,tel'],
    ['last', 'last | laatste', 'latest,newest,nieuwste,level,stand'],
    ['mean', 'mean | gemiddelde', 'average,avg,gemiddeld'],
    ['min', 'min | min', 'minimum,lowest,laagste'],
    ['max', 'max | max', 'maximum,highest,hoogste'],
    ['unique', 'unique | uniek', 'people,users,distinct,mensen,personen,gebruikers,unieke'],
  ]),
  cadence: choices([
    ['day', 'day | dag', 'daily,dagelijks,per day,per dag,d'],
    ['week', 'week | week', 'weekly,wekelijks,per week,w'],
    ['month', 'month | maand', 'monthly,maandelijks,per month,per maand,m'],
    [
      'quarter',
      'quarter | kwartaal',
      'quarterly,per kwartaal,per quarter,elk kwartaal,every quarter,q,k',
    ],
    ['year', 'year | jaar', 'yearly,annual,annually,jaarlijks,per year,per jaar,y,j'],
    ['irregular', 'irregular | onregelmatig', 'now and then,af en toe,wisselend'],
  ]),
  better_when: choices([
    ['higher', 'higher | hoger', 'up,more,omhoog,meer,hoog,high,↑'],
    ['lower', 'lower | lager', 'down,less,omlaag,minder,laag,low,↓'],
  ]),
  missing: choices([
    ['missing', 'missing | ontbreekt', 'unknown,onbekend,gap,gat,leeg,blank'],
    ['zero', 'zero | nul', '0,none,geen'],
  ]),
  kind: choices([
    ['add_up_to', 'add up to | optellen tot', 'sum to,total,totaal,bereiken,reach,optellen'],
    ['grow_to', 'grow to | groeien naar', 'increase to,raise to,stijgen naar,verhogen naar,grow'],
    [
      'bring_down_to',
      'bring down to | terugbrengen naar',
      'reduce to,decrease to,lower to,verlagen naar,dalen naar',
    ],
    ['keep_at_least', 'keep at least | minstens', 'at least,minimum,minimaal,ten minste,≥,>='],
    [
      'keep_at_most',
      'keep at most | hoogstens',
      'at most,maximum,maximaal,ten hoogste,niet meer dan,≤,<=',
    ],
    [
      'spend_no_more_than',
      'spend no more than | niet meer uitgeven dan',
      'budget,ceiling,plafond,spend at most,hoogstens uitgeven',
    ],
    ['keep_between', 'keep between | tussen', 'between,range,bandbreedte,tussen houden'],
    ['done_by', 'done by | klaar op', 'done,klaar,gereed,gereed op,finished by,af op'],
    ['just_track', 'just track | alleen volgen', 'track,volgen,monitor,only track,meten'],
  ]),
  state: choices([
    ['active', 'active | actief', 'on,running,loopt,aan'],
    ['paused', 'paused | gepauzeerd', 'pause,on hold,pauze,in de wacht'],
    ['cancelled', 'cancelled | geannuleerd', 'canceled,stopped,gestopt,vervallen,geschrapt'],
  ]),
  plan_shape: choices([
    ['straight', 'straight | recht', 'linear,lineair,line,rechte lijn,straight line'],
    ['step', 'step | trap', 'steps,stap,stappen,trapsgewijs'],
    [
      'by_interval',
      'by interval | per interval',
      'equal parts,gelijke delen,per period,per periode',
    ],
  ]),
  day_weights: choices([
    ['every_day', 'every day | elke dag', 'all days,alle dagen,iedere dag'],
    ['last_year', 'last year | vorig jaar', "last year's shape,als vorig jaar,seasonal,seizoen"],
  ]),
  reached_rule: choices([
    ['touch', 'touch | aanraken', 'once,eenmaal,raken,first time,eerste keer'],
    ['hold', 'hold | vasthouden', 'at the end,aan het eind,behouden'],
  ]),
  closed_rule: choices([
    ['whole_period', 'whole period | hele periode', 'period,periode,whole,geheel'],
    ['every', 'every | elke', 'all,alle,each,every interval,elk interval,iedere'],
  ]),
  forecast_method: choices([
    ['run_rate', 'run rate | huidig tempo', 'pace,tempo,run-rate'],
    ['recent', 'recent | recent', 'recent speed,recent tempo'],
    ['as_planned', 'as planned | volgens plan', 'plan'],
    ['last_year_share', "last year's share | aandeel vorig jaar", 'last year,vorig jaar'],
    ['drift', 'drift | drift', 'trend'],
    ['level', 'level | gelijkblijvend', 'flat,vlak,naive'],
  ]),
  phase: choices([
    ['plan', 'plan | plan', 'p,plannen'],
    ['do', 'do | doen', 'd,uitvoeren'],
    ['check', 'check | controleren', 'c,checken,controle'],
    ['act', 'act | bijstellen', 'a,handelen,bijsturen'],
  ]),
  decision: choices([
    ['keep', 'keep | doorgaan', 'continue,houden,behouden'],
    ['adjust', 'adjust | aanpassen', 'change,bijstellen,wijzigen'],
    ['stop', 'stop | stoppen', 'end,beeindigen'],
  ]),
  action_status: choices([
    ['open', 'open | open', 'to do,te doen,planned,gepland'],
    ['busy', 'busy | bezig', 'in progress,doing,loopt,onderhanden'],
    ['done', 'done | klaar', 'finished,gereed,af'],
    ['on_course', 'on course | op koers', 'green,groen'],
    ['at_risk', 'at risk | bijsturen', 'amber,oranje,geel'],
    ['off_course', 'off course | van koers', 'red,rood'],
    ['achieved', 'achieved | gehaald', 'reached,bereikt,behaald'],
    ['missed', 'missed | niet gehaald', 'gemist'],
    ['paused', 'paused | gepauzeerd', 'pauze,on hold'],
    ['cancelled', 'cancelled | geannuleerd', 'canceled,vervallen'],
  ]),
  digest_for: choices([
    ['all', 'all | alles', 'alle,everything'],
    ['mine', 'mine | van mij', 'my own,eigen,mijn'],
    ['off', 'off | uit', 'none,no,nee,geen'],
  ]),
  digest_on: choices([
    ['off', 'off | uit', 'no,nee,never,nooit'],
    ['daily', 'every day | elke dag', 'daily,dagelijks'],
    ['workdays', 'working days | werkdagen', 'weekdays,doordeweeks'],
    ['monday', 'Monday | maandag', 'mon,ma,weekly,wekelijks,yes,ja,x,✓,on,aan'],
    ['tuesday', 'Tuesday | dinsdag', 'tue,di'],
    ['wednesday', 'Wednesday | woensdag', 'wed,wo'],
    ['thursday', 'Thursday | donderdag', 'thu,do'],
    ['friday', 'Friday | vrijdag', 'fri,vr'],
    ['saturday', 'Saturday | zaterdag', 'sat,za'],
    ['sunday', 'Sunday | zondag', 'sun,zo'],
    ['month_start', 'first of the month | eerste van de maand', 'monthly,maandelijks'],
  ]),
  language: choices([
    ['en', 'English | Engels', 'en,eng'],
    ['nl', 'Dutch | Nederlands', 'nl,ned,hollands'],
  ]),
  unit: choices([
    ['number', 'number | aantal', 'getal,#,count,stuks,pieces'],
    ['percent', 'percent | procent', '%,percentage,pct'],
    ['points', 'points | punten', 'score,nps,pt,pts'],
    ['seconds', 'seconds | seconden', 'sec,s,second,seconde'],
    ['minutes', 'minutes | minuten', 'min,minute,minuut'],
    ['hours', 'hours | uren', 'hour,uur,h,u'],
    ['days', 'days | dagen', 'day,dag'],
    ['duration', 'duration | tijdsduur', 'duur,time,hh:mm:ss'],
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
