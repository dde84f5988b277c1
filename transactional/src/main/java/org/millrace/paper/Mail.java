package org.millrace.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.MailStatus.Act;
import org.millrace.party.Party.Language;
import org.millrace.party.PartyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Refused;

/**
 * A document on its way to a party by mail: who sent what to whom when, the files by their
 * fingerprints, and what the mail server said.
 */
public record Mail(
    DocumentNumber number,
    MailStatus status,
    DocumentRef document,
    Optional<PartyCode> party,
    Optional<String> partyName,
    Language language,
    Letter letter,
    Instant queuedAt,
    String queuedBy,
    Delivery delivery,
    List<Recipient> recipients,
    List<File> files) {
  /** Stored in paper.mail with its recipients and files; numbered ML-000001. */
  public static final DocumentKind<Mail> KIND =
      DocumentKind.of(Mail.class, "paper", "mail")
          .numbered("ML")
          .lines("recipients", "paper.mail_recipient", "number")
          .lines("files", "paper.mail_file", "number")
          .searched(
              "number", "document.number", "partyName", "letter.subject", "recipients.address")
          .sorted("-number")
          .steps(Mail::status, Act.values())
          .build();

  public Mail {
    recipients = List.copyOf(recipients);
    files = List.copyOf(files);
  }

  /**
   * What is written: the address and name it comes from, subject and text, and the Message-ID,
   * which stays the same however often it is tried.
   */
  public record Letter(
      String sender, String senderName, String subject, String text, String messageId) {}

  /** How often the mail server was asked, when last and next, when it took it, what it said. */
  public record Delivery(
      int attempts,
      Optional<Instant> lastAttemptAt,
      Optional<Instant> nextAttemptAt,
      Optional<Instant> sentAt,
      Optional<String> answer) {
    /** Before the first attempt, which is due at that moment. */
    public static Delivery due(Instant at) {
      return new Delivery(0, Optional.empty(), Optional.of(at), Optional.empty(), Optional.empty());
    }
  }

  /** An address that it goes to. */
  public record Recipient(int line, String address) {}

  /** A file: its name, its type, its length in bytes, and the SHA-256 of them in hexadecimal. */
  public record File(int line, String name, String mediaType, int bytes, String sha256) {}

  /** The same after the mail server took it. */
  public Mail sent(Instant at, String answer) {
    return with(
        MailStatus.SENT,
        new Delivery(
            delivery.attempts() + 1,
            Optional.of(at),
            Optional.empty(),
            Optional.of(at),
            Optional.of(answer)));
  }

  /** The same after the mail server did not take it, to be tried again at that moment. */
  public Mail postponed(Instant at, Instant next, String answer) {
    return with(MailStatus.QUEUED, missed(at, Optional.of(next), answer));
  }

  /** The same after the mail server refused it for good. */
  public Mail failed(Instant at, String answer) {
    return with(MailStatus.FAILED, missed(at, Optional.empty(), answer));
  }

  private Delivery missed(Instant at, Optional<Instant> next, String answer) {
    return new Delivery(
        delivery.attempts() + 1, Optional.of(at), next, Optional.empty(), Optional.of(answer));
  }

  /**
   * The same, to be tried at once.
   *
   * @throws Refused as conflict when it was sent or cancelled
   */
  public Mail retried(Instant at) {
    status.require(Act.RETRY, KIND.titled(number));
    return with(
        MailStatus.QUEUED,
        new Delivery(
            delivery.attempts(),
            delivery.lastAttemptAt(),
            Optional.of(at),
            Optional.empty(),
            delivery.answer()));
  }

  /**
   * The same, which goes to nobody.
   *
   * @throws Refused as conflict when it is not queued any more
   */
  public Mail cancelled() {
    status.require(Act.CANCEL, KIND.titled(number));
    return with(
        MailStatus.CANCELLED,
        new Delivery(
            delivery.attempts(),
            delivery.lastAttemptAt(),
            Optional.empty(),
            Optional.empty(),
            delivery.answer()));
  }

  private Mail with(MailStatus now, Delivery after) {
    return new Mail(
        number,
        now,
        document,
        party,
        partyName,
        language,
        letter,
        queuedAt,
        queuedBy,
        after,
        recipients,
        files);
  }
}
