package org.millrace.paper.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.millrace.database.Transactions;
import org.millrace.document.TestingDocuments;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.Mail;
import org.millrace.paper.MailChanged;
import org.millrace.paper.MailStatus;
import org.millrace.party.Party.Language;
import org.millrace.settings.MailServer;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;

/** What becomes of mails when the server is down, says later or no, or the core is killed. */
class DeliverMailsTest {
  private static final CompanyCode COMPANY = new CompanyCode("DEMO");
  private static final Instant QUEUED = Instant.parse("2026-03-19T09:00:00Z");
  private static final DocumentNumber NUMBER = new DocumentNumber("ML-000001");

  private final TestingDocuments<Mail> mails = new TestingDocuments<>(Mail.KIND);
  private final Queue queue = new Queue();
  private Instant now = QUEUED;

  /** In memory, for one mail. */
  private static final class Queue implements MailQueue {
    private final TreeMap<String, Instant> due = new TreeMap<>();
    private final TreeMap<String, Instant> taken = new TreeMap<>();

    @Override
    public void put(Waiting mail, Instant dueAt) {
      due.put(mail.number().value(), dueAt);
      taken.remove(mail.number().value());
    }

    @Override
    public boolean leave(Waiting mail, Instant at) {
      return !isTaken(mail.number().value(), at) && due.remove(mail.number().value()) != null;
    }

    private boolean isTaken(String number, Instant at) {
      Instant until = taken.get(number);
      return until != null && until.isAfter(at);
    }

    @Override
    public void done(Waiting mail) {
      due.remove(mail.number().value());
    }

    @Override
    public Optional<Waiting> take(Instant at, Instant until) {
      Optional<String> first =
          due.keySet().stream()
              .filter(number -> !due.getOrDefault(number, at).isAfter(at) && !isTaken(number, at))
              .findFirst();
      first.ifPresent(number -> taken.put(number, until));
      return first.map(number -> new Waiting(COMPANY, new DocumentNumber(number)));
    }

    @Override
    public void keep(Waiting mail, List<byte[]> files) {}

    @Override
    public List<byte[]> files(Waiting mail) {
      return List.of("%PDF".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private DeliverMails worker(int port) {
    MailServer server =
        new MailServer(
            "127.0.0.1",
            port,
            MailServer.Tls.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Transactions direct =
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            return work.get();
          }

          @Override
          public <T> T apart(Supplier<T> work) {
            return work.get();
          }
        };
    return new DeliverMails(
        mails, queue, new PostSmtp(server), direct, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void queueMail() {
    Mail mail =
        new Mail(
            NUMBER,
            MailStatus.QUEUED,
            new DocumentRef("sales", "invoice", "IN-000001"),
            Optional.empty(),
            Optional.empty(),
            Language.ZH,
            new Mail.Letter("us@firm.example", "自行车", "发票 1", "您好！", "<1@firm.example>"),
            QUEUED,
            "admin",
            Mail.Delivery.due(QUEUED),
            List.of(
                new Mail.Recipient(1, "anna@shop.example"),
                new Mail.Recipient(2, "bert@shop.example")),
            List.of(new Mail.File(1, "IN-000001.pdf", "application/pdf", 4, "0")));
    mails.make(
        COMPANY, mail, QUEUED, (head, made) -> new MailChanged(head, made, Optional.empty()));
    queue.put(new MailQueue.Waiting(COMPANY, NUMBER), QUEUED);
  }

  private Mail mail() {
    return mails.named(COMPANY, NUMBER).document();
  }

  @Test
  void waitsLongerEachTimeWhileTheServerIsDownThenGivesUp() throws IOException {
    int port;
    try (TestingSmtp gone = TestingSmtp.answering()) {
      port = gone.port();
    }
    queueMail();
    List<Long> minutes = new ArrayList<>();
    while (mail().status() == MailStatus.QUEUED) {
      assertThat(worker(port).deliverNext()).isTrue();
      assertThat(worker(port).deliverNext()).isFalse();
      Instant before = now;
      mail().delivery().nextAttemptAt().ifPresent(next -> now = next);
      minutes.add(Duration.between(before, now).toMinutes());
    }
    assertThat(minutes.subList(0, 9)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    assertThat(mail().status()).isEqualTo(MailStatus.FAILED);
    assertThat(now).isBetween(QUEUED.plus(Duration.ofHours(71)), QUEUED.plus(Duration.ofDays(3)));
    assertThat(mail().delivery().answer().orElseThrow()).contains("127.0.0.1:" + port);
  }

  @Test
  void isTriedAgainWhenTheServerSaysLater() throws IOException {
    queueMail();
    try (TestingSmtp smtp = TestingSmtp.answering("250 fine", "451 greylisted, come back")) {
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.QUEUED);
      assertThat(mail().delivery().answer().orElseThrow()).contains("451 greylisted, come back");
      assertThat(smtp.messages()).isEmpty();
      now = mail().delivery().nextAttemptAt().orElseThrow();
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.SENT);
      assertThat(mail().delivery().attempts()).isEqualTo(2);
      assertThat(mail().delivery().answer()).contains("250 queued as 4711");
      assertThat(smtp.messages()).hasSize(1);
      assertThat(worker(smtp.port()).deliverNext()).isFalse();
    }
  }

  @Test
  void failsAtOnceWhenTheServerSaysNoToOneOfTheAddressesAndNobodyGetsIt() throws IOException {
    queueMail();
    try (TestingSmtp smtp = TestingSmtp.answering("250 fine", "550 no such bert")) {
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.FAILED);
      assertThat(mail().delivery().answer().orElseThrow()).contains("550 no such bert");
      assertThat(mail().delivery().nextAttemptAt()).isEmpty();
      assertThat(smtp.messages()).isEmpty();
    }
    assertThat(mail().retried(now).status()).isEqualTo(MailStatus.QUEUED);
    assertThatThrownBy(() -> mail().cancelled()).hasMessageContaining("cannot be cancelled");
  }

  @Test
  void isHandedOverOnceMoreUnderTheSameIdWhenTheAnswerWasLost() throws IOException {
    queueMail();
    try (TestingSmtp smtp = TestingSmtp.answering()) {
      smtp.takeAndBreakOnce();
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.QUEUED);
      now = mail().delivery().nextAttemptAt().orElseThrow();
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.SENT);
      assertThat(smtp.messages())
          .hasSize(2)
          .allSatisfy(message -> assertThat(message).contains("Message-ID: <1@firm.example>"));
    }
  }

  @Test
  void isLeftAloneWhileSomebodyIsAtItAndTriedAgainWhenHeWasKilled() throws IOException {
    queueMail();
    assertThat(queue.take(now, now.plus(Duration.ofMinutes(5)))).isPresent();
    try (TestingSmtp smtp = TestingSmtp.answering()) {
      assertThat(worker(smtp.port()).deliverNext()).isFalse();
      now = now.plus(Duration.ofMinutes(5));
      assertThat(worker(smtp.port()).deliverNext()).isTrue();
      assertThat(mail().status()).isEqualTo(MailStatus.SENT);
      assertThat(smtp.messages()).hasSize(1);
    }
  }
}
