import type { PublishWords } from '../workflow-words.ts';

export const publish: PublishWords = {
  title: 'Publiceren voor een groep',
  whichGoals: (list) => `Welke doelstellingen mag de groep zien? Typ de nummers, bijvoorbeeld 1, 3. Een doelstelling neemt de doelstellingen eronder mee, en al hun KPI's.\n\n${list}`,
  maybeMade: (title) =>
    `De vorige keer kwam het niet tot het einde. Staat er een werkmap met de naam "${title}" in je Google Drive, dan is die voor niets gemaakt: hij is leeg, niemand anders ziet hem, en hij kan weg.`,
  inVain: (title, reason) =>
    `${reason} Er is niets gepubliceerd. Staat er een werkmap met de naam "${title}" in je Google Drive, dan is die voor niets gemaakt: hij is leeg, niemand anders ziet hem, en hij kan weg.`,
  unknownGoal: (typed) => `"${typed}" is geen nummer uit de lijst; er is niets gepubliceerd.`,
  whichGroup: (goals) => `Voor wie is het? De nieuwe werkmap krijgt deze naam. Er komen de resultaten van ${goals} in, en geen invoer.`,
  noGoals: 'Er is nog geen doelstelling om te publiceren: vul eerst het tabblad Doelstellingen in.',
  notFromCopy: 'Deze werkmap is een kopie van een andere Koers-werkmap. Kies eerst Koers › Dit is de echte werkmap.',
  tooMany: (most) => `Koers houdt hoogstens ${most} werkmappen voor groepen bij. Stop er eerst een.`,
  published: (group, goals) =>
    `De werkmap voor ${group} is er, met de resultaten van ${goals}. Hij is alleen van jou: open hem en deel hem met de groep, als Lezer. Elke herberekening werkt hem bij. In Data Studio komt zijn adres bij Werkmap.`,
  notYet: (group, sentence) => `De werkmap voor ${group} is gemaakt en nog leeg: ${sentence} De volgende herberekening probeert het opnieuw.`,
  open: 'Open de werkmap',
  kept: (group, goals, by, failure) =>
    `${group}: ${goals === '' ? 'geen van de doelstellingen is er nog' : goals}${by === '' ? '' : `; gemaakt door ${by}`}. ${failure === '' ? 'Elke herberekening werkt hem bij.' : `Niet bijgewerkt: ${failure}`}`,
  nothing: 'Er wordt niets voor een groep gepubliceerd.',
  whichToStop: (list) => `Welke wordt niet langer bijgewerkt? Typ het nummer.\n\n${list}`,
  unknownNumber: (typed) => `"${typed}" is geen nummer uit de lijst; er is niets gestopt.`,
  stopped: (group) => `De werkmap voor ${group} wordt niet langer bijgewerkt. Wat erin staat blijft, voor wie hem mag zien: verwijder hem in Google Drive, of deel hem niet langer.`,
  renewed: (groups) => `Gepubliceerd voor: ${groups}.`,
};
