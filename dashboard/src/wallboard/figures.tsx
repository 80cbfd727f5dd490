import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { count, share } from "@/shown/moments";
import { Mark } from "@/ui/badge";
import type { Board, Target } from "@/wallboard/queries";
import type { Tone } from "@/words/states";
import { BOARD } from "@/words/wallboard";

/** The large numbers. */
export function Figures({ board }: { board: Board }) {
  const { calls } = board;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <Figure name={BOARD.onTheLine} value={count(calls.live ?? 0)} />
        <Figure name={BOARD.ringing} value={count(calls.dialling ?? 0)} />
        <Figure name={BOARD.due} value={count((calls.queued ?? 0) + (calls.claimed ?? 0))} />
        <Figure name={BOARD.dialsAMinute} value={count(board.dials_last_minute)} />
        <Figure
          name={BOARD.review}
          value={
            <Link to="/calls" search={{ review: true }} className="underline-offset-4 hover:underline">
              {count(board.needs_review)}
            </Link>
          }
        />
      </dl>
      <h2 className="mt-2 text-sm font-semibold text-faint">{BOARD.lastHour}</h2>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <Rate name={BOARD.answered} target={board.answered} />
        <Rate name={BOARD.byPerson} target={board.by_person} />
        <Rate name={BOARD.goal} target={board.goal} />
        <Rate name={BOARD.technical} target={board.technical} />
        <Rate name={BOARD.abandonment} target={board.abandonment} />
      </dl>
    </>
  );
}

function Figure({ name, value, below }: { name: string; value: ReactNode; below?: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-panel p-4">
      <dt className="text-sm text-faint">{name}</dt>
      <dd className="mt-1 text-3xl font-semibold sm:text-4xl">{value}</dd>
      {below !== undefined && <dd className="mt-1 text-xs text-faint">{below}</dd>}
    </div>
  );
}

/** A rate with its target; met or missed is said by word and shape as well as by colour. */
function Rate({ name, target }: { name: string; target: Target }) {
  return (
    <Figure
      name={name}
      value={share(target.rate)}
      below={
        <span className="inline-flex flex-wrap items-center gap-1.5">
          {target.is_met !== null && <Mark tone={toneOf(target.is_met)} />}
          {aim(target)}
          {target.is_met !== null && `, ${target.is_met ? BOARD.met : BOARD.missed}`}
        </span>
      }
    />
  );
}

function toneOf(isMet: boolean): Tone {
  return isMet ? "good" : "bad";
}

function aim({ at_least, at_most }: Target): string {
  if (at_least != null) return BOARD.atLeast(share(at_least));
  if (at_most != null) return BOARD.atMost(share(at_most));
  return BOARD.noTarget;
}
