package org.millrace.exchange.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/**
 * The events of companies in the order in which they were committed: none is told before all that
 * come before it are known, so a reader who goes on from the last position misses none.
 */
public interface CompanyEvents {
  /**
   * An event as it is sent to other programs.
   *
   * @param position where to go on after it
   * @param occurredAt when it happened in the business
   * @param recordedAt when the house took note of it
   * @param payload the document as it is after the act, as its contract says
   */
  record Told(
      String position,
      UUID id,
      String type,
      int schemaVersion,
      String company,
      String aggregate,
      long aggregateVersion,
      Instant occurredAt,
      Instant recordedAt,
      String actor,
      JsonNode payload) {}

  /**
   * Those that follow a position.
   *
   * @param types patterns, such as {@code sales.*}; all where there are none
   */
  List<Told> after(CompanyCode company, EventPosition position, List<String> types, int most);

  /** The position of the latest event that can be told, of any company. */
  EventPosition latest();
}
