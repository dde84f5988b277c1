package org.millrace.exchange.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.shared.CompanyCode;

/** The webhooks of all companies, and what was sent by them. */
interface Webhooks {
  void add(Webhook webhook);

  List<Webhook> of(CompanyCode company);

  /**
   * One of a company.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  Webhook named(CompanyCode company, UUID id);

  /** Stores where it stands, unless somebody changed it meanwhile: then that counts. */
  void put(Webhook before, Webhook after);

  void remove(CompanyCode company, UUID id);

  /** Those that are active and wait for nothing. */
  List<Webhook> due(Instant now);

  /** What came back for an event. */
  record Sent(Optional<Integer> status, Optional<String> error, int milliseconds, Instant at) {
    boolean isTaken() {
      return status.filter(code -> code / 100 == 2).isPresent();
    }

    String why() {
      return error.orElseGet(() -> "status " + status.map(String::valueOf).orElse("none"));
    }
  }

  void note(Webhook webhook, CompanyEvents.Told event, Sent sent);

  /** Forgets deliveries from before that moment. */
  void forget(Instant before);
}
