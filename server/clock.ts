/** The time now, handed in wherever time matters. */
export type Clock = () => Date;
