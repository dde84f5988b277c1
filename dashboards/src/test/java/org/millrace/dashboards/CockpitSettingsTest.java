package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CockpitSettingsTest {
  @TempDir Path secrets;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void giveWhatIsNeeded() throws IOException {
    Files.writeString(secrets.resolve("reader.password"), "password");
    environment.put("MILLRACE_ROOT", Path.of("").toAbsolutePath().getParent().toString());
    environment.put("MILLRACE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:8402/millrace");
    environment.put("MILLRACE_SECRETS", secrets.toString());
  }

  @Test
  void fillsInTheDefaults() {
    CockpitSettings settings = CockpitSettings.of(environment);
    assertThat(settings.port()).isEqualTo(8400);
    assertThat(settings.database().user()).isEqualTo("reader");
    assertThat(settings.core()).hasToString("http://127.0.0.1:8401");
    assertThat(settings.proxy()).isEqualTo(CockpitSettings.Proxy.NONE);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    environment.put("MILLRACE_PORT", "eighty");
    environment.put("MILLRACE_DATABASE_URL", "mysql://here");
    environment.put("MILLRACE_SECRETS", "/nowhere");
    environment.put("MILLRACE_BEHIND_PROXY", "perhaps");
    assertThatThrownBy(() -> CockpitSettings.of(environment))
        .hasMessageContaining("MILLRACE_PORT is 'eighty': give a port number")
        .hasMessageContaining("MILLRACE_BEHIND_PROXY is 'perhaps': give true or false")
        .hasMessageContaining("MILLRACE_DATABASE_URL is 'mysql://here'")
        .hasMessageContaining("MILLRACE_DATABASE_PASSWORD_FILE is /nowhere/reader.password");
  }
}
