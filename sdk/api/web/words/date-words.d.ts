import type { Locale } from '../../contract/text.ts';
type Moment = string | number | Date;
/** Dates and times in one language, in the zone of the device. */
export declare class DateWords {
    #private;
    constructor(locale: Locale, now: () => Date);
    /** `09:31` */
    time(moment: Moment): string;
    /** 今天, 昨天, 星期五 (this week), 11月12日, 2025年3月1日 */
    day(moment: Moment): string;
    /** For lists: the time when it was today, else the day. */
    short(moment: Moment): string;
    /** The whole of it, for `title`. */
    exact(moment: Moment): string;
    /** 11月24日 周二 */
    heading(moment: Moment): string;
    /** 今天 11月24日 周二: over what happened on a day. The heading alone names other days than today and yesterday. */
    dayMark(moment: Moment): string;
    /** 3分钟前, in 2 days; less than a minute is 现在. */
    relative(moment: Moment): string;
    isSameDay(one: Moment, other: Moment): boolean;
}
export {};
