package org.millrace.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.shared.Refused;

class CoreSettingsTest {
  private static final String URL = "jdbc:postgresql://127.0.0.1:5432/millrace";

  @TempDir private Path secrets;

  @Test
  void hasTheseDefaults() throws IOException {
    Files.writeString(secrets.resolve("core.password"), "secret\n");
    CoreSettings settings =
        CoreSettings.of(
            Map.of("MILLRACE_DATABASE_URL", URL, "MILLRACE_SECRETS", secrets.toString()));
    assertThat(settings)
        .isEqualTo(
            new CoreSettings(
                8401,
                URL,
                "core",
                secrets.resolve("core.password"),
                "core_owner",
                secrets,
                secrets.resolveSibling("papers"),
                ImportLimits.standard(),
                new CoreSettings.Access(
                    Duration.ofMinutes(60),
                    CoreSettings.Segregation.WARN,
                    Set.of(),
                    Optional.empty(),
                    Set.of()),
                ZoneId.of("UTC"),
                new CoreSettings.Commands(30, 500),
                WebhookReceivers.PUBLIC,
                Optional.empty()));
    assertThat(settings.password()).isEqualTo("secret");
  }

  @Test
  void namesEveryWrongSettingAtOnce() {
    assertThatThrownBy(
            () ->
                CoreSettings.of(
                    Map.of(
                        "MILLRACE_PORT", "99999",
                        "MILLRACE_SECRETS", "/no/such",
                        "MILLRACE_TIME_ZONE", "Berlin")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("MILLRACE_PORT is '99999', expected a port number")
        .hasMessageContaining("MILLRACE_DATABASE_URL is '', expected jdbc:postgresql://")
        .hasMessageContaining("MILLRACE_TIME_ZONE is 'Berlin', expected an IANA time zone")
        .hasMessageContaining("MILLRACE_SECRETS is '/no/such', expected a folder")
        .hasMessageContaining("MILLRACE_DATABASE_PASSWORD_FILE is '/no/such/core.password'");
  }

  @Test
  void refusesAnEmptySecret() throws IOException {
    Files.writeString(secrets.resolve("core.password"), "secret");
    Files.writeString(secrets.resolve("empty.password"), "\n");
    CoreSettings settings =
        CoreSettings.of(
            Map.of("MILLRACE_DATABASE_URL", URL, "MILLRACE_SECRETS", secrets.toString()));
    assertThatThrownBy(() -> settings.secret("empty.password"))
        .hasMessage("A secret is empty: empty.password is '', expected one line that is not empty");
    assertThatThrownBy(() -> settings.secret("admin.password"))
        .hasMessageContaining("A secret is missing");
  }
}
