package org.millrace.exchange.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.shared.Problems;

/**
 * A place in the order in which events were committed. Who asks for what follows the last one that
 * he has, gets each event once.
 *
 * @param transaction that wrote the event
 * @param place of the event in the outbox
 */
public record EventPosition(String transaction, long place) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,19})-(\\d{1,18})");

  /** Before the first event. */
  public static EventPosition start() {
    return new EventPosition("0", 0);
  }

  /**
   * The position that a text says, as {@link #text} wrote it.
   *
   * @throws org.millrace.shared.Refused naming the field when it says none
   */
  public static EventPosition of(String field, String text) {
    Matcher parts = TEXT.matcher(text);
    new Problems()
        .require(parts.matches(), field, text, "the position of an event, such as 7311-1207")
        .refuse("The events cannot be told");
    return new EventPosition(parts.group(1), Long.parseLong(parts.group(2)));
  }

  /** As it is sent and asked for. */
  public String text() {
    return transaction + "-" + place;
  }
}
