package org.millrace.bank.match;

/** What a line settles, why, among how many choices, and whether that is sure enough. */
record Choice(Settling settling, MatchReason reason, String words, int alternatives, Sure sure) {

  /** Whether a person has to look at it. */
  enum Sure {
    SAFE,
    ASK
  }

  static Choice of(Settling settling, MatchReason reason, String words, Sure sure) {
    return new Choice(settling, reason, words, 1, sure);
  }
}
