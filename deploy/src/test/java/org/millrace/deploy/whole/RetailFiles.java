package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Daily files of a real retailer, with sums that were added up apart from Millrace's own code. */
record RetailFiles(Path root, List<Path> files) {

  /** The first days of December 2010; the test is skipped where the data set is not at hand. */
  static RetailFiles days(Path root, Path scratch, int days) throws Exception {
    Path data = root.resolve("../shared/data");
    assumeTrue(Files.isDirectory(data), "the data set stands beside the checkout: " + data);
    Path archive;
    try (Stream<Path> found = Files.list(data)) {
      archive =
          found
              .filter(f -> f.getFileName().toString().startsWith("online-retail-"))
              .findFirst()
              .orElseThrow();
    }
    Files.createDirectories(scratch);
    int status =
        new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", scratch.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(status).isZero();
    try (Stream<Path> found = Files.walk(scratch)) {
      return new RetailFiles(
          root, found.filter(f -> f.toString().endsWith(".csv")).sorted().limit(days).toList());
    }
  }

  String[] importing(String company) {
    List<String> words = new ArrayList<>(List.of("import", "sales-history"));
    files.forEach(file -> words.add(file.toString()));
    words.addAll(List.of("--mapping", "online-retail", "--company", company));
    return words.toArray(String[]::new);
  }

  /** Compares each figure of mart.sales_monthly with the files; returns the number of documents. */
  long requireSameFigures(MillraceCommand millrace, String company) throws Exception {
    Path mart = Files.createTempFile(millrace.home(), "mart", ".csv");
    Files.writeString(
        mart,
        millrace.expect(
            "sql",
            "--csv",
            "select month, country, invoices, credit_notes, quantity, net_revenue"
                + " from sales_monthly where company = '"
                + company
                + "'"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                root.resolve("benchmarks/import/CompareFigures.java").toString(),
                mart.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process comparison = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(comparison.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(comparison.waitFor()).as(said).isZero();
    return documents(said);
  }

  private static long documents(String said) {
    return Long.parseLong(said.replaceAll("(?s).*?(\\d+) documents.*", "$1"));
  }
}
