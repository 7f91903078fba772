/** The time now, handed in wherever time matters. */
export type Clock = () => Date;

const dayMs = 86_400_000;

/** A clock of which the time of day goes on while its day stands still: the one that begins at `midnight`. */
export function clockHeldAt(midnight: Date, clock: Clock): Clock {
  return () => {
    const sinceMidnight = (clock().getTime() - midnight.getTime()) % dayMs;
    return new Date(midnight.getTime() + (sinceMidnight < 0 ? sinceMidnight + dayMs : sinceMidnight));
  };
}
