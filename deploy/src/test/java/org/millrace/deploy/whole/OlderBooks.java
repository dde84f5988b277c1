package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.deploy.home.HomeVersion;

/** What the home of 2026-11-30 held when it went down, and what is found of it under this code. */
record OlderBooks(Map<String, String> found, String metrics, String state) {
  static final String DAY = "2026-11-30";

  private static final String EVENTS = "select count(*) from bronze.events";
  private static final Map<String, String> HELD =
      Map.of(
          "select count(*) from sales_order", "36",
          "select sum(debit) from trial_balance", "2670612.90",
          "select sum(value_amount) from stock_balance", "277846.50");

  /** Looks at an instance that has just come up, and sells on. */
  static OlderBooks of(MillraceCommand millrace) throws IOException {
    Map<String, String> found = new HashMap<>();
    HELD.keySet().forEach(question -> found.put(question, millrace.figure(question)));
    found.put(EVENTS, millrace.lakeFigure(EVENTS));
    String metrics = metrics(millrace);
    sellOneMore(millrace);
    return new OlderBooks(found, metrics, Files.readString(millrace.home().resolve("version")));
  }

  private static String metrics(MillraceCommand millrace) throws IOException {
    URI supervisor = URI.create("http://127.0.0.1:" + (millrace.port() + 5) + "/metrics");
    try (InputStream text = supervisor.toURL().openStream()) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void sellOneMore(MillraceCommand millrace) throws IOException {
    String password = Files.readString(millrace.home().resolve("secrets/admin.password")).strip();
    CoreUser admin = CoreUser.login(millrace, "admin", password);
    String at = "/api/companies/DEMO";
    String customer =
        admin.get(at + "/parties?roles=customer").path("rows").path(0).path("code").asText();
    String item = admin.get(at + "/items").path("rows").path(0).path("code").asText();
    Map<String, Object> line = Map.of("item", item, "quantity", 1, "unitPrice", 10);
    String number =
        admin
            .post(at + "/sales/orders", Map.of("customer", customer, "lines", List.of(line)))
            .path("number")
            .asText();
    millrace.awaitFigure("select status from sales_order where number = '" + number + "'", "open");
  }

  /** All that the home held is there, its parts run, and it is one of this code now. */
  void requireAll(MillraceCommand millrace) {
    assertThat(found).containsAllEntriesOf(HELD).containsEntry(EVENTS, "900");
    assertThat(metrics)
        .contains("millrace_part_up{part=\"warehouse\"} 1")
        .contains("millrace_analysis_failures{analysis=\"demand\",company=\"DEMO\"} 0");
    HomeVersion.ofCode(millrace.root())
        .migrations()
        .forEach(
            (domain, number) -> assertThat(state).contains("migration " + domain + " " + number));
  }
}
