package org.millrace.collaboration.comment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.millrace.shared.Problems;

/**
 * What somebody wrote on a document. One that is withdrawn stays in its place without its text.
 *
 * @param mentions the users that the text names by {@code @name}
 */
record Comment(
    UUID id,
    String author,
    Instant writtenAt,
    Optional<String> text,
    List<String> mentions,
    Optional<Instant> withdrawnAt) {
  private static final int LONGEST = 5_000;
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w@.])@([\\w][\\w.-]{0,58}\\w|\\w)");

  Comment {
    mentions = List.copyOf(mentions);
  }

  /**
   * A comment written now.
   *
   * @throws org.millrace.shared.Refused when the text is blank or too long
   */
  static Comment written(String author, String text, Instant now) {
    String said = text.strip();
    new Problems()
        .require(
            !said.isEmpty() && said.length() <= LONGEST,
            "text",
            said.length() + " characters",
            "1 to " + LONGEST + " characters")
        .refuse("The comment cannot be kept");
    return new Comment(
        UUID.randomUUID(), author, now, Optional.of(said), mentions(said), Optional.empty());
  }

  private static List<String> mentions(String text) {
    return MENTION
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
