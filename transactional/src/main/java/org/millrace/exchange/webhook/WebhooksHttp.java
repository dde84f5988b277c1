package org.millrace.exchange.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.exchange.event.EventPosition;
import org.millrace.exchange.event.EventTypes;
import org.millrace.outbox.Acting;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of a company. */
@RestController
@RequestMapping("/api/companies/{company}/webhooks")
@RequiresPermission("webhook.manage")
class WebhooksHttp {
  private static final int MOST = 50;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Webhooks webhooks;
  private final CompanyEvents events;
  private final Receivers receivers;
  private final Companies companies;
  private final RowLists lists;
  private final Clock clock;

  WebhooksHttp(
      Webhooks webhooks,
      CompanyEvents events,
      Receivers receivers,
      Companies companies,
      RowLists lists,
      Clock clock) {
    this.webhooks = webhooks;
    this.events = events;
    this.receivers = receivers;
    this.companies = companies;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * A new webhook.
   *
   * @param types of events, such as {@code sales.*}; all where none are named
   * @param after the position after which events are sent; those from now on where none is named
   */
  record Asked(String url, Optional<List<String>> types, Optional<String> after) {}

  /** How a webhook stands; its secret is shown once, when it is made. */
  record Answer(
      UUID id,
      String url,
      List<String> types,
      String state,
      String position,
      Trouble trouble,
      Instant createdAt,
      Optional<String> secret) {
    static Answer of(Webhook webhook, Optional<String> secret) {
      Webhook.Trouble trouble = webhook.trouble();
      return new Answer(
          webhook.id(),
          webhook.target().url(),
          webhook.target().types(),
          webhook.state().name().toLowerCase(Locale.ROOT),
          webhook.done().text(),
          new Trouble(
              trouble.failures(), trouble.since(), trouble.nextAttemptAt(), trouble.lastError()),
          webhook.made().at(),
          secret);
    }
  }

  /** What went wrong since it last went well. */
  record Trouble(
      int failures,
      Optional<Instant> since,
      Optional<Instant> nextAttemptAt,
      Optional<String> lastError) {}

  /** From where events are sent once more. */
  record Replaying(String after) {}

  /** An event that was sent; without a status nobody answered, and the error says why. */
  @Listed(
      searched = {"type", "error"},
      key = "position desc")
  record Delivery(
      long position,
      String eventPosition,
      String eventId,
      String type,
      Optional<Integer> status,
      Optional<String> error,
      int milliseconds,
      Instant sentAt) {}

  @GetMapping
  List<Answer> all(@PathVariable CompanyCode company) {
    companies.named(company);
    return webhooks.of(company).stream().map(hook -> Answer.of(hook, Optional.empty())).toList();
  }

  @PostMapping
  @RequiresPermission("webhook.manage")
  @ResponseStatus(HttpStatus.CREATED)
  Answer add(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    companies.named(company);
    Problems problems = new Problems();
    receivers.wrong(asked.url()).ifPresent(expected -> problems.add("url", asked.url(), expected));
    int there = webhooks.of(company).size();
    problems.require(there < MOST, "url", asked.url(), "at most " + MOST + " webhooks");
    problems.refuse("The webhook cannot be made");
    EventPosition after =
        asked.after().map(text -> EventPosition.of("after", text)).orElseGet(events::latest);
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    Webhook made =
        new Webhook(
            company,
            UUID.randomUUID(),
            new Webhook.Target(
                asked.url(), EventTypes.checked(asked.types().orElse(List.of())), secret),
            Webhook.State.ACTIVE,
            after,
            Webhook.Trouble.none(),
            new Webhook.Made(Acting.actor(), clock.instant()));
    webhooks.add(made);
    return Answer.of(made, Optional.of(secret));
  }

  @GetMapping("/{id}")
  Answer one(@PathVariable CompanyCode company, @PathVariable UUID id) {
    return Answer.of(webhooks.named(company, id), Optional.empty());
  }

  /** Sends nothing until it is resumed. */
  @PostMapping("/{id}/pause")
  @RequiresPermission("webhook.manage")
  Answer pause(@PathVariable CompanyCode company, @PathVariable UUID id) {
    return changed(company, id, webhooks.named(company, id).in(Webhook.State.PAUSED));
  }

  /** Goes on from where it stood, also one that was disabled. */
  @PostMapping("/{id}/resume")
  @RequiresPermission("webhook.manage")
  Answer resume(@PathVariable CompanyCode company, @PathVariable UUID id) {
    return changed(company, id, webhooks.named(company, id).in(Webhook.State.ACTIVE));
  }

  /** Sends once more what follows a position. */
  @PostMapping("/{id}/replay")
  @RequiresPermission("webhook.manage")
  Answer replay(
      @PathVariable CompanyCode company, @PathVariable UUID id, @RequestBody Replaying replaying) {
    EventPosition after = EventPosition.of("after", replaying.after());
    return changed(company, id, webhooks.named(company, id).from(after));
  }

  private Answer changed(CompanyCode company, UUID id, Webhook after) {
    webhooks.put(webhooks.named(company, id), after);
    return one(company, id);
  }

  @DeleteMapping("/{id}")
  @RequiresPermission("webhook.manage")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable CompanyCode company, @PathVariable UUID id) {
    webhooks.named(company, id);
    webhooks.remove(company, id);
  }

  /** What was sent in the last thirty days, the latest first. */
  @GetMapping("/{id}/deliveries")
  @ListOf(Delivery.class)
  ListAnswer<Delivery> deliveries(
      @PathVariable CompanyCode company,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> query) {
    webhooks.named(company, id);
    String all =
        """
        select position, event_position, event_id::text as event_id, type, status, error,
          milliseconds, sent_at
        from exchange.webhook_delivery where company = ? and webhook = ?
        """;
    return lists.page(Delivery.class, Rows.of(company, all, id), ListRequest.of(query));
  }
}
