import { confirm, input, select } from '@inquirer/prompts';
import type { Asker } from './session.ts';

/** Asks the person at the terminal. */
export const terminalAsker: Asker = {
  text: (message, initial, check) =>
    input({
      message,
      ...(initial === '' ? {} : { default: initial }),
      validate: (answer) => check(answer.trim()) ?? true,
    }),
  choose: (message, choices) => select({ message, choices: [...choices] }),
  confirm: (message) => confirm({ message }),
};

/** Stands for an answer, by what was asked: "(its website)". */
const standIn = (question: string): string =>
  `(${question.split(/[,:(]/)[0].trim().toLowerCase()})`;

/** Answers in a rehearsal: says what would be asked, and takes what is proposed. */
export const rehearsingAsker = (tell: (line: string) => void): Asker => ({
  text: async (question, initial) => {
    tell(`    would ask: ${question}${initial === '' ? '' : ` [${initial}]`}`);
    return initial === '' ? standIn(question) : initial;
  },
  choose: async (question, choices) => {
    const [{ value }] = choices;
    tell(`    would ask: ${question} ${choices.map(({ name }) => name).join(' · ')}`);
    return value;
  },
  confirm: async (question) => {
    tell(`    would ask: ${question}`);
    return true;
  },
});
