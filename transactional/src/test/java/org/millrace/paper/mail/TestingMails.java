package org.millrace.paper.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** Mails that go out and are done with, so that none changes any more while a test looks. */
public final class TestingMails {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TestingMails() {}

  /** Runs what sends one mail and answers it, and waits until a mail server has taken the mail. */
  public static void taken(TestingCore core, CompanyCode company, Supplier<HttpAnswer> send) {
    GreenMail server = new GreenMail(new ServerSetup(TestingCore.mailPort(), "127.0.0.1", "smtp"));
    server.start();
    try {
      String number = send.get().json().get("number").asString();
      String path = "/api/companies/" + company + "/paper/mails/" + number;
      Instant end = Instant.now().plus(PATIENCE);
      JsonNode mail = core.get(path).expecting(200).json();
      while (mail.get("status").asString().equals("queued") && Instant.now().isBefore(end)) {
        mail = core.get(path).expecting(200).json();
      }
      assertThat(mail.get("status").asString()).as(mail.toString()).isEqualTo("sent");
    } finally {
      server.stop();
    }
  }
}
