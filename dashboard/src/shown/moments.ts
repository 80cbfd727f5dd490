/** Moments, spans and numbers as people read them. */

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const COUNT = new Intl.NumberFormat();
const SHARE = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const UNITS: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** In the viewer's zone; a dash for none. */
export function moment(iso: string | null): string {
  return iso === null ? "–" : MOMENT.format(new Date(iso));
}

export function clock(iso: string): string {
  return CLOCK.format(new Date(iso));
}

/** In a person's zone, as "14:05, Europe/Berlin". */
export function momentIn(iso: string, zone: string): string {
  const there = new Intl.DateTimeFormat(undefined, {
    timeStyle: "short",
    dateStyle: "medium",
    timeZone: zone,
  });
  return `${there.format(new Date(iso))}, ${zone}`;
}

/** "in 2 hours", "3 minutes ago". */
export function fromNow(iso: string, now: number = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return AGO.format(Math.round(seconds / length), unit);
  }
  return AGO.format(Math.round(seconds), "second");
}

/** 83 as "1:23"; a dash for none. */
export function span(seconds: number | null): string {
  if (seconds === null) return "–";
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export function count(number: number): string {
  return COUNT.format(number);
}

/** 0.123 as "12.3 %"; a dash where there is nothing to count yet. */
export function share(rate: number | null): string {
  return rate === null ? "–" : SHARE.format(rate);
}
