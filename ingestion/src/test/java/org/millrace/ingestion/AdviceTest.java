package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceTest {

  private final Advice advice =
      new Advice(
          IngestionSettings.from(
              Map.of("MILLRACE_DATABASE_PASSWORD_FILE", "/secrets/ingestion.password")));

  private String on(Throwable cause) {
    return advice.on(new IllegalStateException("outer", new IOException("middle", cause)));
  }

  @Test
  void saysWhatToDoAboutTheDatabase() {
    assertThat(on(new SQLException("no", "28P01")))
        .contains("put the right password into /secrets/ingestion.password");
    assertThat(on(new SQLException("no", "08001"))).contains("start it with ./millrace up");
    assertThat(on(new SQLException("no", "57P03"))).contains("start it with ./millrace up");
    assertThat(on(new SQLException("no", "42P01"))).contains("start the transactional core");
    assertThat(on(new SQLException("no", "42501"))).contains("Restart the transactional core");
    assertThat(on(new SQLException("odd", "XX000"))).contains("answers: odd");
  }

  @Test
  void saysWhatToDoAboutFiles() {
    assertThat(on(new FileNotFoundException("/lake/x (Permission denied)")))
        .contains("make it writable");
    assertThat(on(new IOException("No space left on device"))).contains("free some space");
    assertThat(on(new NoSuchFileException("/secrets/ingestion.password")))
        .contains("is missing: start with ./millrace up");
  }

  @Test
  void passesOnWhatItDoesNotKnow() {
    assertThat(on(new IllegalArgumentException("strange"))).isEqualTo("strange");
  }
}
