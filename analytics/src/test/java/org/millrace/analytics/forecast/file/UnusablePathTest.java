package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusablePathTest {

  @TempDir private Path folder;

  @Test
  void aFolderIsNoFileOfSeries() throws IOException {
    TestingRun run = TestingRun.of("--in", folder.toString(), "--horizon", "2");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .isEqualTo("millrace: --in %s is a folder. Name a CSV file in it\n".formatted(folder));
  }

  @Test
  void forecastsGoIntoAFileOfAFolderThatIsThere() throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), "id,1,2,3\na,1,2,3\n");
    Path lost = folder.resolve("lost");

    TestingRun noFolder =
        TestingRun.of(
            "--in", in.toString(), "--horizon", "2", "--out", lost.resolve("f.csv").toString());
    TestingRun aFolder =
        TestingRun.of("--in", in.toString(), "--horizon", "2", "--out", folder.toString());
    TestingRun belowAFile =
        TestingRun.of(
            "--in", in.toString(), "--horizon", "2", "--out", in.resolve("f.csv").toString());

    assertThat(noFolder.status()).isEqualTo(1);
    assertThat(noFolder.said())
        .isEqualTo(
            "millrace: --out %s cannot be written: there is no folder %s. Make it or name another\n"
                .formatted(lost.resolve("f.csv"), lost));
    assertThat(aFolder.status()).isEqualTo(1);
    assertThat(aFolder.said())
        .isEqualTo(
            "millrace: --out %s is a folder. Name a file in it, such as %s\n"
                .formatted(folder, folder.resolve("forecast.csv")));
    assertThat(belowAFile.said()).contains("there is no folder " + in);
  }

  @Test
  void theFileOfSeriesIsNotWrittenOver() throws IOException {
    String text = "id,1,2,3\na,1,2,3\n";
    Path in = Files.writeString(folder.resolve("in.csv"), text);
    Path same = folder.resolve(".").resolve("in.csv");

    TestingRun run =
        TestingRun.of("--in", in.toString(), "--horizon", "2", "--out", same.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("--out " + same + " is the file of series itself");
    assertThat(in).hasContent(text);
  }

  @Test
  void aFileThatTakesNothingIsNamed() throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), "id,1,2,3\na,1,2,3\n");

    TestingRun run = TestingRun.of("--in", in.toString(), "--horizon", "2", "--out", "/dev/full");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).startsWith("millrace: --out /dev/full cannot be written: ");
  }
}
