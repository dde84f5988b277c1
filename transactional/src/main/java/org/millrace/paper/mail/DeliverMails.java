package org.millrace.paper.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.millrace.database.Transactions;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.paper.Mail;
import org.millrace.paper.MailChanged;
import org.millrace.paper.MailStatus;
import org.millrace.paper.MailStatus.Act;
import org.millrace.paper.mail.MailQueue.Waiting;

/**
 * Hands mails to the mail server, in the order in which they are due. A mail is taken from the
 * queue in one transaction, handed over outside of any, and what came of it is noted in another:
 * killed before it is handed over, it is tried again a few minutes later; killed between the
 * server's answer and the note of it, it is handed over once more, under the same Message-ID, which
 * no program can spare a receiver whom SMTP reaches.
 */
final class DeliverMails {
  /** Longer than SMTP may take. */
  private static final Duration TAKEN = Duration.ofMinutes(5);

  private final Documents<Mail> mails;
  private final MailQueue queue;
  private final Post post;
  private final Transactions transactions;
  private final Clock clock;

  DeliverMails(
      Documents<Mail> mails, MailQueue queue, Post post, Transactions transactions, Clock clock) {
    this.mails = mails;
    this.queue = queue;
    this.post = post;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Hands over the mail that is due first; false when none is due. */
  boolean deliverNext() {
    Instant now = now();
    Optional<Waiting> due = transactions.inOne(() -> queue.take(now, now.plus(TAKEN)));
    due.ifPresent(this::deliver);
    return due.isPresent();
  }

  private void deliver(Waiting due) {
    Mail mail = mails.named(due.company(), due.number()).document();
    if (mail.status() != MailStatus.QUEUED) {
      transactions.inOne(
          () -> {
            queue.done(due);
            return true;
          });
      return;
    }
    List<byte[]> files = queue.files(due);
    Post.Outcome outcome = post.send(mail, files);
    transactions.inOne(() -> note(due, outcome));
  }

  private Versioned<Mail> note(Waiting due, Post.Outcome outcome) {
    Versioned<Mail> before = mails.lock(due.company(), List.of(due.number())).get(0);
    Instant now = now();
    Mail after = after(before.document(), outcome, now);
    if (after.status() == MailStatus.QUEUED) {
      queue.put(due, after.delivery().nextAttemptAt().orElseThrow());
    } else {
      queue.done(due);
    }
    return mails.change(
        before, after, now, (head, mail) -> new MailChanged(head, mail, Optional.of(Act.DELIVER)));
  }

  private static Mail after(Mail mail, Post.Outcome outcome, Instant now) {
    if (outcome instanceof Post.Outcome.Taken taken) {
      return mail.sent(now, taken.answer());
    }
    if (outcome instanceof Post.Outcome.Refused refused) {
      return mail.failed(now, refused.answer());
    }
    return Waits.next(mail.queuedAt(), mail.delivery().attempts() + 1, now)
        .map(next -> mail.postponed(now, next, outcome.answer()))
        .orElseGet(() -> mail.failed(now, outcome.answer()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
