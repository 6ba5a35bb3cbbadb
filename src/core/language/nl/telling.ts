import type { TellingWords } from '../workflow-words.ts';
import { counted, written } from './counts.ts';

export const telling: TellingWords = {
  title: 'Berichten',
  mailIsOn: (by) => `E-mail staat aan${by === '' ? '' : `; ${by} zette hem aan`}. Berichten gaan mee met de berekeningen volgens planning, vanuit het account van wie die draait.`,
  mailIsOff: 'E-mail staat uit: Koers stuurt niemand iets.',
  switchedOn:
    'E-mail staat aan. Wie op het tabblad Mensen bij Overzicht "alles" of "van mij" heeft, hoort voortaan wat er anders voor staat, welke check-ins aan de beurt zijn, en hoe het gaat op de dag die Instellingen noemt.',
  switchedOff: 'E-mail staat uit. Wat nog klaarstond, wordt niet verstuurd.',
  chats: { google_chat: 'Google Chat', slack: 'Slack', teams: 'Teams' },
  chatIsOn: (chat) => `${chat} krijgt elk bericht ook.`,
  whichChat: (chats) =>
    `Plak het webhook-adres van een ruimte in Google Chat, een kanaal in Slack of een workflow in Teams. Het wordt bij het script bewaard, nooit in de werkmap.${chats === '' ? '' : ` Typ een naam om die weg te halen: ${chats}.`}`,
  noSuchChat: 'Dat is geen webhook-adres van Google Chat, Slack of Teams. Kopieer het hele adres, vanaf https://; er is niets veranderd.',
  chatConnected: (chat) => `${chat} krijgt voortaan elk bericht. Er staat een eerste.`,
  chatRemoved: (chat) => `${chat} krijgt geen berichten meer.`,
  chatFailed: (chat, why) => `${chat} nam het eerste bericht niet aan: ${why}. Er is niets veranderd.`,
  hello: 'Koers schrijft hier voortaan',
  helloLine: 'Wat er anders voor staat, en hoe het gaat op de dag die Instellingen noemt.',
  readers: (all, mine) => `Op het tabblad Mensen ${all === 1 ? 'koos 1 persoon' : `kozen ${all} mensen`} "alles" en ${mine} "van mij".`,
  noReaders: 'Niemand heeft op het tabblad Mensen "alles" of "van mij" bij Overzicht, dus er gaat geen mail uit.',
  digest: (day, hour) => `Overzicht: ${day}, met de eerste berekening vanaf ${hour}:00.`,
  noDigest: 'Overzicht: uit (Overzicht op, in Instellingen).',
  noSchedule: 'Koers rekent alleen als iemand erom vraagt. Berichten gaan mee met berekeningen volgens planning: kies er een in Koers › Planning, of verstuur met de hand wat er klaarstaat.',
  waiting: (letters) => (letters === 0 ? 'Er staat niets klaar om te versturen.' : letters === 1 ? 'Er staat 1 bericht klaar.' : `Er staan ${written(letters)} berichten klaar.`),
  mailLeft: (mails) => `Jouw account mag vandaag nog naar ${counted(mails, 'adres', 'adressen')} mailen.`,
  sent: (letters) => (letters === 0 ? 'Er is niets verstuurd.' : `${counted(letters, 'bericht', 'berichten')} verstuurd.`),
  trouble: (to, why) => `De laatste keer kwam het niet aan bij ${to}: ${why}. Elke berekening probeert het opnieuw, een week lang.`,
  why: {
    full: 'het account mag vandaag niet meer mailen',
    no_consent: 'wie Koers draait, gaf geen toestemming om te versturen. Kies Koers › Berichten › Nu versturen wat er klaarstaat en vink alles aan',
    refused: 'het werd geweigerd. Controleer het adres',
    unreachable: 'het was niet te bereiken',
  },
  todayIsSet: 'Zolang Vandaag in Instellingen is ingevuld, wordt er niets gemaakt en niets verstuurd.',
  isCopy: 'Dit is een kopie van een andere werkmap: hiervandaan wordt niets verstuurd, totdat iemand kiest voor Koers › Dit is de echte werkmap.',
};
