package org.millrace.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder;

  @Test
  void makesEachSecretOnceAndForItsOwnerAlone() throws IOException {
    Secrets secrets = new Secrets(folder);
    secrets.generateMissing();
    String first = secrets.read("admin.password");
    secrets.generateMissing();
    assertThat(secrets.read("admin.password")).isEqualTo(first).hasSizeGreaterThan(20);
    assertThat(Files.getPosixFilePermissions(secrets.file("admin.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void takesAwayTheKeyThatTokensWereSignedWith() throws IOException {
    Files.writeString(folder.resolve("token.key"), "of a home of before");
    new Secrets(folder).generateMissing();
    assertThat(folder.resolve("token.key")).doesNotExist();
  }

  @Test
  void saysWhatToDoWhenTheInstanceWasNeverStarted() {
    assertThatThrownBy(() -> new Secrets(folder).read("admin.password"))
        .hasMessageContaining("./millrace up");
  }
}
