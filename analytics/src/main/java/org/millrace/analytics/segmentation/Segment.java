package org.millrace.analytics.segmentation;

/**
 * The named segments of the grid R by (F+M)/2. The bounds and what to do with each segment are in
 * this folder's README.
 */
public enum Segment {
  CHAMPIONS("Champions"),
  LOYAL("Loyal"),
  POTENTIAL_LOYAL("Potential loyal"),
  NEW("New"),
  PROMISING("Promising"),
  NEEDS_ATTENTION("Needs attention"),
  AT_RISK("At risk"),
  CANNOT_LOSE("Cannot lose"),
  HIBERNATING("Hibernating"),
  LOST("Lost");

  private static final Segment[][] BY_RECENCY_AND_WORTH = {
    {LOST, AT_RISK, CANNOT_LOSE},
    {HIBERNATING, AT_RISK, AT_RISK},
    {PROMISING, NEEDS_ATTENTION, LOYAL},
    {NEW, POTENTIAL_LOYAL, CHAMPIONS},
    {NEW, POTENTIAL_LOYAL, CHAMPIONS},
  };

  private final String title;

  Segment(String title) {
    this.title = title;
  }

  /** The name as stored in gold and shown on boards (English; the glossary has the Chinese). */
  public String title() {
    return title;
  }

  /** The segment of three scores from 1 to 5: worth (F+M)/2 is low below 2 and high from 4. */
  public static Segment of(Scores scores) {
    int doubleWorth = scores.frequency() + scores.monetary();
    int column = doubleWorth < 4 ? 0 : doubleWorth < 8 ? 1 : 2;
    return BY_RECENCY_AND_WORTH[scores.recency() - 1][column];
  }
}
