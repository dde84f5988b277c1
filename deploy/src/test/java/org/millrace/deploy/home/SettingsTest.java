package org.millrace.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir private Path folder;

  @Test
  void listenToThisMachineAloneUnlessToldOtherwise() {
    Settings settings = Settings.of(home());
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Listening("127.0.0.1", Optional.empty(), Listening.Proxy.NONE),
                Settings.LogFormat.TEXT,
                new Settings.Mail(
                    "",
                    25,
                    Settings.Tls.AUTO,
                    "millrace@localhost",
                    "",
                    "",
                    new Settings.Login("", Optional.empty())),
                0,
                new Settings.Logins("", Optional.empty(), "warn", "")));
    assertThat(settings.listening().isOpenAndPlain()).isFalse();
    assertThat(settings.listening().cockpit(new Ports(8400))).hasToString("http://127.0.0.1:8400");
  }

  @Test
  void areRememberedFromOneStartToTheNext() {
    Home home = home();
    Settings.change(home, Map.of("address", "0.0.0.0", "log-format", "json"));
    Settings.change(home, Map.of("behind-proxy", "true"));
    Settings settings = Settings.of(home);
    assertThat(settings.listening().address()).isEqualTo("0.0.0.0");
    assertThat(settings.listening().isOpenAndPlain()).isFalse();
    assertThat(settings.logFormat()).isEqualTo(Settings.LogFormat.JSON);
    assertThat(Settings.change(home, Map.of("behind-proxy", "false")).listening().isOpenAndPlain())
        .isTrue();
  }

  @Test
  void refuseAllThatIsWrongAtOnceAndChangeNothing() throws Exception {
    Home home = home();
    Path text = Files.writeString(folder.resolve("text"), "no certificate");
    Map<String, String> wrong =
        Map.of(
            "adress",
            "0.0.0.0",
            "address",
            "203.0.113.9",
            "certificate",
            text.toString(),
            "smtp-host",
            "localhost",
            "smtp-port",
            "none",
            "log-format",
            "xml",
            "second-factor-roles",
            "admin finance",
            "openid",
            "/no/such.yaml");
    assertThatThrownBy(() -> Settings.change(home, wrong))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'adress' is no setting. There are: address, alert-from")
        .hasMessageContaining("address is '203.0.113.9': give an IPv4 address of this machine")
        .hasMessageContaining("certificate and key go together")
        .hasMessageContaining(text + " holds no certificate")
        .hasMessageContaining("alert-to is ''")
        .hasMessageContaining("smtp-port is 'none'")
        .hasMessageContaining("second-factor-roles is 'admin finance': give roles: admin,finance")
        .hasMessageContaining("/no/such.yaml cannot be read")
        .hasMessageContaining("log-format is 'xml': give text or json");
    assertThat(Settings.of(home).listening().address()).isEqualTo("127.0.0.1");
  }

  @Test
  void standInAHomeThatOthersCannotLookInto() throws Exception {
    Home home = home();
    Files.createDirectories(home.dir().resolve("warehouse"));
    for (String name : List.of("lake", "log", "warehouse")) {
      Files.setPosixFilePermissions(
          home.dir().resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    home.prepared();
    for (String name : List.of("lake", "log", "run", "secrets", "postgres", "tmp", "warehouse")) {
      assertThat(Files.getPosixFilePermissions(home.dir().resolve(name)))
          .as(name)
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void keepNothingThatACrashedPartHadPutAside() throws Exception {
    Home home = home();
    Path upload = Files.createDirectories(home.scratch("core").resolve("upload"));
    Files.writeString(upload.resolve("orders.csv"), "secret");
    assertThat(home.scratch("core")).isEmptyDirectory();
  }

  private Home home() {
    return Home.inFolder(folder, folder.resolve("var")).prepared();
  }
}
