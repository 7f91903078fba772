/**
 * What is true of the simulated study: the numbers that its estimates must find again. Shares are of everyone who
 * answered, unweighted, before invalid answers are added. `docs/demonstration-study.md` tells the story.
 */
export const truths = {
  validResponses: 26_900,
  /** Beside the valid ones: speeders, failed attention checks, straight lines, copies. */
  invalidResponses: 1_640,
  days: 35,
  shaoxingShare: 0.25,
  /** Share that follows the news for more than an hour a day. */
  overOneHour: { shaoxing: 0.7, elsewhere: 0.56 },
  /** Share that finds it hard to tell true from false. */
  unableToTell: 0.27,
  /** Share that finds the local authorities very or fairly open, on the first and on the last day. */
  localOpenness: { shaoxing: [0.905, 0.955], elsewhere: [0.74, 0.8] },
  /** Share of each need on the first and on the last day; four fifths of the way is gone after a week. */
  needs: [0.3, 0.62],
  /** The wave of the vinegar rumour: heard and believed, before and at its height. */
  rumourWave: { claim: "vinegar", firstDay: 14, height: 17, lastDay: 21, heard: [0.34, 0.74], believed: [0.2, 0.46] },
  /** The local rise of anxiety: Zhuji, in standard deviations of anxiety. */
  localRise: { county: "330681", firstDay: 22, lastDay: 27, rise: 0.85 },
  /** What believing a rumour adds to anxiety, in standard deviations. */
  believersMoreAnxious: 0.4,
} as const;
