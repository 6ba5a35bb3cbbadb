import type { Projects } from '../projects/projects.ts';
import type { ClaspAnswer, ClaspCall, RunClasp } from './run-clasp.ts';

const printed = (value: unknown): string => JSON.stringify(value);

/** Which project a folder is: .koers/sheets/web-shop. */
function projectIn(projects: Projects, folder: string) {
  const [kind, name = ''] = folder.split(/[\\/]/).slice(-2);
  const { connector } = projects.organisations[name] ?? {};
  return kind === 'connectors'
    ? { project: connector, deployment: connector }
    : { project: projects.workbooks[name]?.sheet, deployment: null };
}

/** What clasp would print when all goes well: for what is not there yet, a name in place of an id. */
function answerTo({ args, folder }: ClaspCall, projects: Projects, email: string): string {
  const { project, deployment } = projectIn(projects, folder);
  const deploymentId = deployment?.deploymentId;
  const newest = project?.releases.at(-1)?.version ?? 0;
  const answers: Readonly<Record<string, () => string>> = {
    'show-authorized-user': () => printed({ loggedIn: true, email }),
    'create-script': () =>
      [
        'Created new document: https://drive.google.com/open?id=new-workbook-id',
        'Created new script: https://script.google.com/d/new-script-id/edit',
      ].join('\n'),
    push: () => printed(['code/Code.js', 'code/board.html', 'code/appsscript.json']),
    pull: () => printed({ pulledFiles: [], deletedFiles: [] }),
    'list-scripts': () => printed([]),
    'list-versions': () => printed([]),
    'create-version': () => printed({ versionNumber: newest + 1 }),
    'list-deployments': () =>
      printed(deploymentId == null ? [] : [{ deploymentId, versionNumber: deployment?.deployed }]),
    'create-deployment': () => printed({ deploymentId: 'new-deployment-id' }),
    'update-deployment': () => printed({ deploymentId }),
  };
  return answers[args[0]]?.() ?? '';
}

const quoted = (arg: string): string => (/^[\w.@:/-]+$/.test(arg) ? arg : JSON.stringify(arg));

/** Shows every command and runs none. `emailOf` gives the address that a login had. */
export function rehearseClasp(
  tell: (line: string) => void,
  projects: () => Projects,
  emailOf: (login: string) => string,
): RunClasp {
  return async (call): Promise<ClaspAnswer> => {
    const login = call.args[call.args.indexOf('-u') + 1];
    tell(`    would run: clasp ${call.args.map(quoted).join(' ')}`);
    return {
      stdout: answerTo(call, projects(), emailOf(login)),
      stderr: '',
      exitCode: 0,
    };
  };
}
