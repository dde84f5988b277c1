package org.millrace.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.calculation.AnalysisRun;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Settings;

/** Mails by a real SMTP server, at times that the test sets. */
@Timeout(60)
class AlertsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Map<String, String> DISK = Map.of("ingestion is down", "The disk is full");

  @TempDir private Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Instant now = NOON;
  private Alerts alerts;

  @BeforeEach
  void start() {
    server.start();
    alerts = alerts(server.getSmtp().getPort());
  }

  private Alerts alerts(int port) {
    Settings.Mail mail =
        new Settings.Mail(
            "127.0.0.1",
            port,
            Settings.Tls.AUTO,
            "millrace@firm.example",
            "admin@firm.example",
            "",
            new Settings.Login("", Optional.empty()));
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    return new Alerts("/srv/millrace", new PostSmtp(mail), clock);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendOneMailWhenItBeginsAndOneWhenItIsOver() throws Exception {
    lookAt(0, DISK);
    lookAt(59, DISK);
    assertThat(server.getReceivedMessages()).as("not yet a minute").isEmpty();
    lookAt(60, DISK);
    lookAt(120, DISK);
    lookAt(9_000, DISK);
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage begun = server.getReceivedMessages()[0];
    assertThat(begun.getSubject()).isEqualTo("[millrace] ingestion is down");
    assertThat(begun.getAllRecipients()[0]).hasToString("admin@firm.example");
    assertThat(begun.getContent().toString())
        .contains("Instance /srv/millrace")
        .contains("ingestion is down, since 2026-01-01T12:00:00Z: The disk is full")
        .contains("./millrace status");

    lookAt(9_030, Map.of());
    lookAt(9_060, Map.of());
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[1].getSubject())
        .isEqualTo("[millrace] over: ingestion is down");
  }

  @Test
  void sayNothingOfWhatPassesWithinAMinute() throws Exception {
    lookAt(0, DISK);
    lookAt(30, Map.of());
    lookAt(70, DISK);
    lookAt(100, Map.of());
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void tryAgainWhatTheServerDidNotTake() throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    lookAt(0, DISK);
    assertThatThrownBy(() -> lookAt(60, DISK))
        .isInstanceOf(PostRefused.class)
        .hasMessageContaining("127.0.0.1:" + port + " did not take the mail to admin@firm.example");
    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    again.start();
    try {
      lookAt(90, DISK);
      assertThat(again.getReceivedMessages()).hasSize(1);
    } finally {
      again.stop();
    }
  }

  @Test
  void aBackupIsOldWhenTheSettingsSaySo() {
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    Wrong wrong = new Wrong(home, new Ports(8400), Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(wrong.oldBackup()).isEmpty();
    Settings.change(home, Map.of("backup-max-age-hours", "24"));
    assertThat(wrong.oldBackup().orElseThrow()).contains("there is none; ./millrace backup DIR");
    Home.write(home.dir().resolve("last-backup"), NOON.minusSeconds(90_000) + " /backups/1\n");
    assertThat(wrong.oldBackup().orElseThrow()).contains("25 hours ago; wanted is one every 24");
    Home.write(home.dir().resolve("last-backup"), NOON.minusSeconds(80_000) + " /backups/1\n");
    assertThat(wrong.oldBackup()).isEmpty();
  }

  @Test
  void anAnalysisThatFailsIsTroubleOfItsOwnWithTheReasonOfEachCompany() {
    Instant next = NOON.plusSeconds(120);
    AnalysisRun once = new AnalysisRun("plan", "A", NOON, "No items", 1, Optional.of(next));
    AnalysisRun thrice = new AnalysisRun("plan", "B", NOON, "Too large", 3, Optional.empty());
    AnalysisRun well = new AnalysisRun("statements", "A", NOON, "", 0, Optional.empty());
    assertThat(Wrong.failing(List.of(once, thrice, well)))
        .containsExactly(
            Map.entry(
                "analysis plan fails",
                "A: No items (once, tried again at 2026-01-01T12:02:00Z);"
                    + " B: Too large (3 times in a row)"));
  }

  private void lookAt(long second, Map<String, String> wrong) throws PostRefused {
    now = NOON.plusSeconds(second);
    alerts.look(wrong);
  }
}
