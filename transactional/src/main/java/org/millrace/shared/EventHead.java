package org.millrace.shared;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What every event says about itself. Versions of one aggregate start at 1 and rise by 1; aggregate
 * ids read {@code sales-invoice:ONLINE-RETAIL/536365}. The custom fields of a document stand in the
 * payload beside it, as {@code custom}.
 */
public record EventHead(
    CompanyCode company,
    String aggregateId,
    long aggregateVersion,
    Instant occurredAt,
    Optional<UUID> causationId,
    Map<String, Object> custom) {
  public EventHead {
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
    if (aggregateVersion < 1) {
      throw new IllegalArgumentException(
          "Version of " + aggregateId + " is " + aggregateVersion + ", the first one is 1");
    }
  }

  /** A head of an act of a person or a file. */
  public static EventHead of(
      CompanyCode company, String aggregateId, long aggregateVersion, Instant occurredAt) {
    return new EventHead(
        company, aggregateId, aggregateVersion, occurredAt, Optional.empty(), Map.of());
  }

  /** The aggregate id of a document: type, company and number. */
  public static String aggregateId(String type, CompanyCode company, String number) {
    return type + ":" + company.value() + "/" + number;
  }

  /** The same head, naming the event it reacts to. */
  public EventHead causedBy(UUID eventId) {
    return new EventHead(
        company, aggregateId, aggregateVersion, occurredAt, Optional.of(eventId), custom);
  }

  /** The same head of a document with these values in its custom fields. */
  public EventHead with(Map<String, Object> fields) {
    return new EventHead(company, aggregateId, aggregateVersion, occurredAt, causationId, fields);
  }
}
