import type { SettingWords } from '../words.ts';

export const settings: SettingWords = {
  organisation: { names: ['Organisatie', 'bedrijf'], help: 'Staat boven rapporten.' },
  language: { names: ['Taal'], help: 'Leeg: die van de werkmap.' },
  currency: { names: ['Valuta', 'munt', 'munteenheid'], help: 'Drie letters: EUR.' },
  fiscal_start_month: { names: ['Boekjaar begint in maand', 'boekjaar', 'start boekjaar'], help: '1 tot 12, of een naam.' },
  today: { names: ['Vandaag'], help: 'Leeg: de echte. Zolang gevuld: geen historie, geen mail.' },
  compare_with_days: { names: ['Vergelijken met', 'vergelijk met', 'vergelijken met dagen'], help: 'Dagen geleden.' },
  on_course_from: { names: ['Op koers vanaf'], help: 'Deel van het plan.' },
  at_risk_from: { names: ['Bijsturen vanaf'], help: 'Daaronder: uit koers.' },
  too_early_below: { names: ['Te vroeg onder'], help: 'Deel van de periode.' },
  recent_speed_window: { names: ['Venster recente snelheid', 'recente snelheid'], help: 'Dagen.' },
  digest_on: { names: ['Overzicht op', 'overzicht', 'samenvatting op'], help: 'Een weekdag, elke dag, of uit.' },
  digest_hour: { names: ['Overzicht vanaf', 'uur van het overzicht'], help: 'De eerste herberekening van die dag vanaf dit uur verstuurt het; bijvoorbeeld 8.' },
  report_template: { names: ['Rapportsjabloon', 'sjabloon'], help: 'Link van het te kopiëren rapport.' },
  report_link: { names: ['Rapportlink', 'rapport', 'link rapport'], help: 'Waar berichten naar wijzen.' },
  board_link: { names: ['Bordlink', 'bord', 'link bord'], help: 'Adres van het bord als web-app, zodra dat er is: berichten en rapporten leiden erheen.' },
};
