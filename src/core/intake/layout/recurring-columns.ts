import { column, needed } from './layout-types.ts';

export const DUE = column(
  'due',
  'date',
  'Due|Einddatum|Last day.|Laatste dag.',
  'due date,end,end date,deadline,einde,eind,tot,uiterlijk',
);

export const KPI = needed(
  column('kpi', { refersTo: ['kpis'] }, 'KPI|KPI|Its name or id.|Naam of id.'),
);

export const NOTE = column(
  'note',
  'text',
  'Note|Notitie|Anything else.|Al het andere.',
  'remark,opmerking,notes,toelichting',
);

export const OWNER = column(
  'owner',
  'text',
  'Owner|Eigenaar|Who answers for it.|Wie erover gaat.',
  'responsible,verantwoordelijke,wie,who',
);

export const START = column(
  'start',
  'date',
  'Start|Startdatum|First day.|Eerste dag.',
  'start date,from,begin,van,vanaf,begindatum',
);
