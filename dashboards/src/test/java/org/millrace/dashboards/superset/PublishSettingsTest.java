package org.millrace.dashboards.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.dashboards.definition.Language;

class PublishSettingsTest {
  @TempDir private Path folder;
  private final List<String> arguments = new ArrayList<>();

  @BeforeEach
  void writePassword() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "secret\n");
    arguments.addAll(
        List.of(
            "--url",
            "http://127.0.0.1:8088",
            "--password-file",
            file.toString(),
            "--database-url",
            "postgresql://reader@127.0.0.1:8402/millrace",
            "--database-password-file",
            file.toString()));
  }

  @Test
  void readsPasswordsFromFilesAndTheRest() {
    PublishSettings settings =
        PublishSettings.of(with("--language", "zh"), Map.of("MILLRACE_ROOT", "/m"));
    assertThat(settings.login().password()).isEqualTo("secret");
    assertThat(settings.login().user()).isEqualTo("admin");
    assertThat(settings.language()).isEqualTo(Language.ZH);
    assertThat(settings.root()).isEqualTo(Path.of("/m"));
    assertThat(settings.mode()).isEqualTo(PublishSettings.Mode.PUBLISH);
  }

  @Test
  void neverShowsPasswords() {
    assertThat(PublishSettings.of(with("--root", "."), Map.of()).toString())
        .doesNotContain("secret");
  }

  @Test
  void namesEverythingThatIsMissing() {
    assertThatThrownBy(() -> PublishSettings.of(List.of("--dry-run"), Map.of()))
        .hasMessage(
            "missing: --database-password-file, --database-url, --password-file, --root, --url");
  }

  @Test
  void refusesAnUnknownOption() {
    assertThatThrownBy(() -> PublishSettings.of(with("--urll", "x"), Map.of()))
        .hasMessage("unknown option '--urll'");
  }

  @Test
  void refusesAPasswordFileThatIsNotThere() {
    arguments.set(3, folder.resolve("nothing").toString());
    assertThatThrownBy(() -> PublishSettings.of(with("--root", "."), Map.of()))
        .hasMessageContaining("--password-file " + folder.resolve("nothing"))
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    arguments.set(1, "localhost:8088");
    assertThatThrownBy(() -> PublishSettings.of(with("--root", "."), Map.of()))
        .hasMessageContaining("'localhost:8088'");
  }

  @Test
  void endsWithTwoAndTheUsageOnAWrongCommandLine() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        PublishBoards.run(
            List.of("--prune"),
            Map.of(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("missing:", "--database-url");
  }

  @Test
  void saysThatNoServerIsThere() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    arguments.set(1, "http://127.0.0.1:9");
    int code =
        PublishBoards.run(
            with("--root", ".."),
            Map.of(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("http://127.0.0.1:9 cannot be reached");
  }

  private List<String> with(String... more) {
    arguments.addAll(List.of(more));
    return arguments;
  }
}
