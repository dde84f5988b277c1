package org.millrace.paper.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.outbox.Acting;
import org.millrace.paper.Mail;
import org.millrace.paper.MailChanged;
import org.millrace.paper.MailStatus;
import org.millrace.paper.MailStatus.Act;
import org.millrace.paper.mail.MailQueue.Waiting;
import org.millrace.paper.mail.WriteMail.Attached;
import org.millrace.paper.mail.WriteMail.Written;
import org.millrace.party.Companies;
import org.millrace.party.Party;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Refused;

/** Queues mails of documents with their files, tries them again, and cancels them. */
final class SendByMail {
  private final Documents<Mail> mails;
  private final MailQueue queue;
  private final WriteMail write;
  private final Companies companies;

  SendByMail(Documents<Mail> mails, MailQueue queue, WriteMail write, Companies companies) {
    this.mails = mails;
    this.queue = queue;
    this.write = write;
    this.companies = companies;
  }

  /**
   * The mail of a document, which leaves once this transaction is done.
   *
   * @throws Refused as {@link WriteMail#mail} does
   */
  Versioned<Mail> send(
      CompanyCode company, DocumentRef document, WriteMail.Asked asked, Instant now) {
    Written written = write.mail(company, document, asked);
    DocumentNumber number =
        new DocumentNumber(mails.nextNumber(company, companies.named(company).dayOf(now)));
    Waiting waiting = new Waiting(company, number);
    Versioned<Mail> made =
        mails.make(
            company,
            mail(waiting, document, written, now),
            now,
            (head, mail) -> new MailChanged(head, mail, Optional.empty()));
    queue.keep(waiting, written.files().stream().map(Attached::content).toList());
    queue.put(waiting, now);
    return made;
  }

  private static Mail mail(Waiting waiting, DocumentRef document, Written written, Instant now) {
    List<String> to = written.recipients();
    List<Attached> files = written.files();
    return new Mail(
        waiting.number(),
        MailStatus.QUEUED,
        document,
        written.paper().partner().map(Party::code),
        written.paper().partner().map(Party::name),
        written.paper().language(),
        new Mail.Letter(
            written.sender(),
            written.senderName(),
            written.subject(),
            written.text(),
            messageId(waiting, written.sender(), now)),
        now,
        Acting.actor(),
        Mail.Delivery.due(now),
        IntStream.range(0, to.size()).mapToObj(i -> new Mail.Recipient(i + 1, to.get(i))).toList(),
        IntStream.range(0, files.size()).mapToObj(i -> file(i + 1, files.get(i))).toList());
  }

  private static Mail.File file(int line, Attached file) {
    return new Mail.File(
        line, file.name(), file.mediaType(), file.content().length, sha256(file.content()));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** One for each mail there is, in the domain of who sends it. */
  private static String messageId(Waiting mail, String sender, Instant now) {
    String named = mail.company() + "/" + mail.number() + "/" + now;
    UUID id = UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    return "<%s%s>".formatted(id, sender.substring(sender.lastIndexOf('@')));
  }

  /**
   * The mail, which is tried at once.
   *
   * @throws Refused as conflict when it was sent or cancelled, or is being handed over
   */
  Versioned<Mail> retry(Versioned<Mail> before, Instant now) {
    Mail after = before.document().retried(now);
    Waiting waiting = new Waiting(before.company(), after.number());
    if (before.document().status() == MailStatus.QUEUED) {
      requireLeft(waiting, now);
    }
    queue.put(waiting, now);
    return mails.change(
        before, after, now, (head, mail) -> new MailChanged(head, mail, Optional.of(Act.RETRY)));
  }

  /**
   * The mail, which goes to nobody.
   *
   * @throws Refused as conflict when it is not queued any more, or is being handed over
   */
  Versioned<Mail> cancel(Versioned<Mail> before, Instant now) {
    Mail after = before.document().cancelled();
    requireLeft(new Waiting(before.company(), after.number()), now);
    return mails.change(
        before, after, now, (head, mail) -> new MailChanged(head, mail, Optional.of(Act.CANCEL)));
  }

  private void requireLeft(Waiting waiting, Instant now) {
    if (!queue.leave(waiting, now)) {
      throw Refused.conflict(
          "%s is being handed to the mail server at this moment. Look again in a minute."
              .formatted(Mail.KIND.titled(waiting.number())));
    }
  }
}
