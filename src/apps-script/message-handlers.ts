import { TELLING_WORDS } from '../core/language/sheet-languages.ts';
import { connectChat } from '../workflows/menu/connect-chat.ts';
import { switchMail } from '../workflows/menu/switch-mail.ts';
import { tellingStory } from '../workflows/menu/telling-story.ts';
import { digestNow } from '../workflows/telling/digest-now.ts';
import { sendWaiting } from '../workflows/telling/send-waiting.ts';
import { personLanguage } from './explained-failure.ts';
import { shownMarkup } from './google-post.ts';
import { googleScreen } from './google-screen.ts';
import { googleClock } from './google-services.ts';
import { fromMenu, sendingPorts } from './sheet-handlers.ts';

export const mail = (isOn: boolean): void =>
  fromMenu('switchMail', (fileId) => {
    switchMail(sendingPorts, fileId, isOn);
    const words = TELLING_WORDS[personLanguage()];
    return isOn ? words.switchedOn : words.switchedOff;
  });

export const chat = (): void =>
  fromMenu('setChat', () =>
    connectChat({ ...sendingPorts, screen: googleScreen }, personLanguage()),
  );

export const tellMessages = (): void =>
  fromMenu('showMessages', (fileId) => tellingStory(sendingPorts, fileId, personLanguage()));

export const sendByHand = (): void =>
  fromMenu('sendMessages', (fileId) => {
    const count = sendWaiting(sendingPorts, fileId, googleClock.now());
    const words = TELLING_WORDS[personLanguage()];
    return `${words.sent(count)}\n${tellingStory(sendingPorts, fileId, personLanguage())}`;
  });

export const digestDialog = (): void =>
  fromMenu('showDigest', (fileId) => {
    const digest = digestNow(sendingPorts, fileId, personLanguage());
    const page = HtmlService.createHtmlOutput(shownMarkup(digest)).setWidth(680).setHeight(720);
    SpreadsheetApp.getUi().showModalDialog(page, digest.subject);
    return '';
  });
