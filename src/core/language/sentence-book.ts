import type { Language } from '../model/workspace.ts';
import { en, type SentenceBook } from './en.ts';
import { nl } from './nl.ts';

const BOOKS: Readonly<Record<Language, SentenceBook>> = { en, nl };

export const sentencesIn = (language: Language): SentenceBook => BOOKS[language];
