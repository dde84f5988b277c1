package org.millrace.exchange.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.database.Transactions;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.exchange.event.EventPosition;

/**
 * Sends what a webhook has not had, one event after the other: one that is not taken holds up those
 * behind it, so that a receiver has them in order. Killed between the sending and the note of it,
 * the event is sent once more with the same id.
 */
final class SendEvents {
  private static final int AT_ONCE = 200;
  private static final int LONGEST_ERROR = 300;

  private final Webhooks webhooks;
  private final CompanyEvents events;
  private final Receivers receivers;
  private final Sender sender;
  private final Transactions transactions;
  private final Clock clock;

  SendEvents(
      Webhooks webhooks,
      CompanyEvents events,
      Receivers receivers,
      Sender sender,
      Transactions transactions,
      Clock clock) {
    this.webhooks = webhooks;
    this.events = events;
    this.receivers = receivers;
    this.sender = sender;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Brings one event to a receiver and tells what came back. */
  interface Sender {
    Webhooks.Sent send(Webhook webhook, CompanyEvents.Told event);
  }

  /** Sends what is new; true when there may be more. */
  boolean send(Webhook webhook) {
    List<CompanyEvents.Told> fresh =
        events.after(webhook.company(), webhook.done(), webhook.target().types(), AT_ONCE);
    Webhook at = webhook;
    for (CompanyEvents.Told event : fresh) {
      Webhook receiver = at;
      Webhooks.Sent sent =
          receivers
              .wrong(at.target().url())
              .map(expected -> refused(expected, clock.instant()))
              .orElseGet(() -> sender.send(receiver, event));
      Webhook after =
          sent.isTaken()
              ? at.taken(EventPosition.of("position", event.position()))
              : at.failed(cut(sent.why()), clock.instant());
      transactions.inOne(
          () -> {
            webhooks.note(receiver, event, sent);
            webhooks.put(receiver, after);
            return true;
          });
      if (!sent.isTaken()) {
        return false;
      }
      at = after;
    }
    return fresh.size() == AT_ONCE;
  }

  private static Webhooks.Sent refused(String expected, Instant now) {
    return new Webhooks.Sent(
        Optional.empty(), Optional.of("not sent: expected " + expected), 0, now);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST_ERROR, text.length()));
  }
}
