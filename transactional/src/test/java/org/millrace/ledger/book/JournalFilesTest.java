package org.millrace.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.TestingCore;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** The journal leaves in three formats, each with the figures of the trial balance. */
class JournalFilesTest {
  private static final List<String> ACCOUNTS =
      List.of("1000", "1500", "2500", "3000", "4100", "6000", "6100", "7000");

  private final TestingCore core = TestingCore.running();
  @TempDir private Path folder;
  private String base;

  @BeforeEach
  void aRandomHistory() {
    base = "/api/companies/" + core.newCompany("EUR", "false") + "/ledger";
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      String amount = BigDecimal.valueOf(1 + random.nextInt(99_999), 2).toPlainString();
      String debit = ACCOUNTS.get(random.nextInt(4));
      String credit = ACCOUNTS.get(4 + random.nextInt(4));
      boolean turned = random.nextBoolean();
      post(
          "%02d".formatted(1 + i % 3),
          "Rent; of | March\\n 三月  \\u0007(x)",
          turned ? credit : debit,
          turned ? debit : credit,
          amount);
    }
  }

  private void post(String month, String text, String debit, String credit, String amount) {
    String lines =
        "[{'account':'%s','debit':%s},{'account':'%s','credit':%s}]"
            .formatted(debit, amount, credit, amount);
    core.post(
            base + "/entries",
            "{'text':'%s','date':'2026-%s-10','lines':%s}"
                .formatted(text, month, lines)
                .replace('\'', '"'))
        .expecting(201);
  }

  @Test
  void hledgerReadsTheTrialBalanceToTheCent() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/hledger")), "needs hledger");
    Map<String, BigDecimal> ours = trialBalance("2026-03");
    assertThat(hledger("hledger", "balance", "--flat", "--empty")).isEqualTo(ours);
    assertThat(hledger("hledger?from=2026-02-01", "balance", "--flat", "--empty")).isEqualTo(ours);
    BigDecimal assets = sum(ours, "1");
    assertThat(total("balancesheet", "total,").get(0)).isEqualByComparingTo(assets);
    assertThat(total("incomestatement", "Net:,").get(0))
        .isEqualByComparingTo(sum(ours, "4").add(sum(ours, "6")).add(sum(ours, "7")).negate());
  }

  @Test
  void aFecHasEachLineWithItsComma() throws IOException {
    List<String> rows = core.get(base + "/books/fec").expecting(200).body().lines().toList();
    assertThat(rows).hasSize(81);
    assertThat(rows).allSatisfy(row -> assertThat(row.split("\t", -1)).hasSize(18));
    assertThat(rows.get(0)).startsWith("JournalCode\tJournalLib\tEcritureNum\tEcritureDate");
    assertThat(rows.get(1).split("\t")[3]).isEqualTo("20260110");
    assertThat(column(rows, 11)).isEqualByComparingTo(column(rows, 12));
    List<String> later =
        core.get(base + "/books/fec?from=2026-02-01").expecting(200).body().lines().toList();
    assertThat(later.get(1)).startsWith("AN\t");
    assertThat(column(later, 11)).isEqualByComparingTo(column(later, 12));
  }

  @Test
  void aSafTCountsPeriodsFromTheBeginningOfTheFiscalYear() {
    String company = base.replace("/ledger", "");
    Map<String, String> version =
        Map.of("If-Match", core.get(company).header("ETag").orElseThrow());
    core.send("PUT", company, "{\"fiscalYearStartMonth\":4}", version).expecting(200);

    assertThat(core.get(base + "/books/saf-t").expecting(200).body())
        .containsPattern("<Period>10</Period>\\s*<PeriodYear>2025</PeriodYear>")
        .doesNotContain("<Period>1</Period>");
  }

  @Test
  void aSafTSaysItsTotals() throws Exception {
    String text = core.get(base + "/books/saf-t").expecting(200).body();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document xml = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    assertThat(xml.getElementsByTagName("Transaction").getLength()).isEqualTo(40);
    assertThat(xml.getElementsByTagName("NumberOfEntries").item(0).getTextContent())
        .isEqualTo("40");
    BigDecimal debit = BigDecimal.ZERO;
    for (int i = 0; i < xml.getElementsByTagName("DebitAmount").getLength(); i++) {
      debit =
          debit.add(
              new BigDecimal(
                  xml.getElementsByTagName("DebitAmount").item(i).getTextContent().strip()));
    }
    assertThat(xml.getElementsByTagName("TotalDebit").item(0).getTextContent())
        .isEqualTo(debit.toPlainString());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(core.get(base + "/books/qif").expecting(404).body()).contains("hledger, fec, saf-t");
    assertThat(core.get(base + "/books/fec?from=2026-03-02&to=2026-03-01").expecting(422).body())
        .contains("no day before 2026-03-02");
  }

  private Map<String, BigDecimal> trialBalance(String month) {
    Map<String, BigDecimal> closing = new HashMap<>();
    JsonNode rows = core.get(base + "/trial-balance?month=" + month).json().get("rows");
    rows.forEach(
        row -> closing.put(row.get("account").asString(), row.get("closing").decimalValue()));
    return closing;
  }

  private static BigDecimal sum(Map<String, BigDecimal> of, String kind) {
    return of.entrySet().stream()
        .filter(one -> one.getKey().startsWith(kind))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal column(List<String> rows, int column) {
    return rows.stream()
        .skip(1)
        .map(row -> new BigDecimal(row.split("\t", -1)[column].replace(',', '.')))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Balances by account code, as hledger sums them. */
  private Map<String, BigDecimal> hledger(String book, String... command) throws Exception {
    Map<String, BigDecimal> balances = new HashMap<>();
    for (String row : run(book, command)) {
      if (row.contains(":")) {
        String account = row.replaceAll("^\"[a-z]+:(\\d+) .*", "$1");
        balances.put(account, amount(row));
      }
    }
    return balances;
  }

  private List<BigDecimal> total(String report, String row) throws Exception {
    return run("hledger", report).stream()
        .map(line -> line.replace("\"", ""))
        .filter(line -> line.startsWith(row))
        .map(JournalFilesTest::amount)
        .toList();
  }

  private static BigDecimal amount(String row) {
    return new BigDecimal(row.replaceAll(".*,\"?(-?[0-9.]+)( EUR)?\"?$", "$1"));
  }

  private List<String> run(String book, String... command) throws Exception {
    Path file = folder.resolve("x.journal");
    Files.writeString(file, core.get(base + "/books/" + book).expecting(200).body());
    List<String> words =
        Stream.concat(
                Stream.of("hledger", "-f", file.toString()),
                Stream.concat(Stream.of(command), Stream.of("-O", "csv")))
            .toList();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }
}
