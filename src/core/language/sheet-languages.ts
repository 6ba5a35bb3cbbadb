import { checkIn as enCheckIn } from './en/check-in.ts';
import { guidance as enGuidance } from './en/guidance.ts';
import { koersTabs as enKoersTabs } from './en/koers-tabs.ts';
import { liveCheck as enLiveCheck } from './en/live-check.ts';
import { menu as enMenu, messages as enMessages } from './en/menu.ts';
import { nextPeriod as enNextPeriod } from './en/next-period.ts';
import { publish as enPublish } from './en/publish.ts';
import { repair as enRepair } from './en/repair.ts';
import { telling as enTelling } from './en/telling.ts';
import { checkIn as nlCheckIn } from './nl/check-in.ts';
import { guidance as nlGuidance } from './nl/guidance.ts';
import { koersTabs as nlKoersTabs } from './nl/koers-tabs.ts';
import { liveCheck as nlLiveCheck } from './nl/live-check.ts';
import { menu as nlMenu, messages as nlMessages } from './nl/menu.ts';
import { nextPeriod as nlNextPeriod } from './nl/next-period.ts';
import { publish as nlPublish } from './nl/publish.ts';
import { repair as nlRepair } from './nl/repair.ts';
import { telling as nlTelling } from './nl/telling.ts';
import type { InEachLanguage } from './words.ts';
import type {
  CheckInWords,
  GuidanceWords,
  KoersTabWords,
  LiveCheckWords,
  MenuMessages,
  MenuWords,
  NextPeriodWords,
  PublishWords,
  RepairWords,
  TellingWords,
} from './workflow-words.ts';

/** What only the sheet project says, in every language. */
export const MENU_WORDS: InEachLanguage<MenuWords> = { en: enMenu, nl: nlMenu };
export const MENU_MESSAGES: InEachLanguage<MenuMessages> = { en: enMessages, nl: nlMessages };
export const KOERS_TAB_WORDS: InEachLanguage<KoersTabWords> = { en: enKoersTabs, nl: nlKoersTabs };
export const NEXT_PERIOD_WORDS: InEachLanguage<NextPeriodWords> = {
  en: enNextPeriod,
  nl: nlNextPeriod,
};
export const PUBLISH_WORDS: InEachLanguage<PublishWords> = { en: enPublish, nl: nlPublish };
export const GUIDANCE_WORDS: InEachLanguage<GuidanceWords> = { en: enGuidance, nl: nlGuidance };
export const REPAIR_WORDS: InEachLanguage<RepairWords> = { en: enRepair, nl: nlRepair };
export const TELLING_WORDS: InEachLanguage<TellingWords> = { en: enTelling, nl: nlTelling };
export const LIVE_CHECK_WORDS: InEachLanguage<LiveCheckWords> = {
  en: enLiveCheck,
  nl: nlLiveCheck,
};
export const CHECK_IN_WORDS: InEachLanguage<CheckInWords> = { en: enCheckIn, nl: nlCheckIn };
