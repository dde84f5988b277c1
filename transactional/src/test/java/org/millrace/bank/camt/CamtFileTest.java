package org.millrace.bank.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.bank.camt.CamtStatement.Entry;
import org.millrace.shared.Refused;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CamtFileTest {
  private static final Path KNOWN = Path.of("../../shared/cases/camt");
  private static final Path OWN = Path.of("src/test/resources/bank/camt053.xml");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int BLOCK = 512;

  @TempDir private Path folder;

  @Test
  void readsBookingsWithWhoPaidWhatAndWhy() throws IOException {
    CamtStatement statement = read(OWN).get(0);
    assertThat(statement.message()).isEqualTo("camt.053.001.08");
    assertThat(statement.account()).contains("DE02120300000000202051");
    assertThat(statement.currency()).contains("EUR");
    assertThat(statement.sum()).isEqualByComparingTo("-60.35");
    Entry first = statement.entries().get(0);
    assertThat(first.told().text()).isEqualTo("invoice 2026-0001, thanks");
    assertThat(first.told().name()).contains("Ardent \"North\" Ltd");
    assertThat(first.told().iban()).contains("NL91ABNA0417164300");
    assertThat(first.told().reference()).isEmpty();
    assertThat(first.bankReference()).contains("B-1");
    Entry batch = statement.entries().get(1);
    assertThat(batch.told().text()).isEqualTo("collective transfer");
    assertThat(batch.details())
        .extracting(detail -> detail.amount().orElseThrow().toPlainString())
        .containsExactly("-1000.00", "-1060.35");
    assertThat(batch.details().get(1).name()).contains("Quail");
    assertThat(batch.details().get(1).reference()).contains("E2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000.00</Amt>|two thousand</Amt>|line 12, Amt is 'two thousand', expected an amount",
        "DBIT|DEBIT|is 'DEBIT', expected CRDT or DBIT",
        "<Id>2026-106</Id>||line 5, Stmt is '', expected Id inside",
        "<Dt>2026-06-01</Dt>|<Dt>2026-06-31</Dt>|is '2026-06-31', expected a day",
        "camt.053|pain.001|expected camt.052, camt.053 or camt.054",
        "</Stmt>||is not well-formed XML: line",
        "</Document>|</Document><more/>|is not well-formed XML: line"
      })
  void refusesWithTheFileAndThePlace(String what, String instead, String said) throws IOException {
    String text = Files.readString(OWN).replace(what, instead == null ? "" : instead);
    assertThatThrownBy(() -> read(written(text)))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("a.xml ")
        .hasMessageContaining(said);
  }

  @Test
  void refusesEntitiesAndDocumentTypesUnread() {
    String bomb =
        "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">&b;</Document>";
    String outside =
        "<!DOCTYPE Document SYSTEM \"file:///etc/passwd\"><Document"
            + " xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>";
    for (String text : List.of(bomb, outside)) {
      assertThatThrownBy(() -> read(written(text)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("declares a document type or an entity");
    }
  }

  @Test
  void refusesWhatIsNestedBeyondMeasure() {
    String deep = "<Stmt>".repeat(200) + "</Stmt>".repeat(200);
    assertThatThrownBy(
            () ->
                read(
                    written(
                        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                            + deep
                            + "</Document>")))
        .hasMessageContaining("is nested or long beyond measure");
  }

  @Test
  void tellsXmlFromTables() throws IOException {
    assertThat(CamtFile.isXml(OWN)).isTrue();
    assertThat(CamtFile.isXml(written("\uFEFF  <?xml version=\"1.0\"?><a/>"))).isTrue();
    assertThat(CamtFile.isXml(written("statement_id,lines.amount\n"))).isFalse();
  }

  /** Each of the public files is read to the same facts, or refused where it should be. */
  @TestFactory
  Stream<DynamicTest> known() throws IOException {
    Path archive = KNOWN.resolve("genkgo-camt.tar.xz");
    if (!Files.exists(archive)) {
      return Stream.of();
    }
    Map<String, byte[]> files = unpacked(archive);
    JsonNode expected = JSON.readTree(Files.readString(KNOWN.resolve("expected.json")));
    return expected.properties().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      Path file = folder.resolve("a.xml");
                      Files.write(file, files.get(each.getKey()));
                      check(file, each.getValue());
                    }));
  }

  private static void check(Path file, JsonNode expected) throws IOException {
    if (!expected.path("readable").asBoolean()) {
      assertThatThrownBy(() -> read(file)).isInstanceOf(Refused.class);
      return;
    }
    List<CamtStatement> statements = read(file);
    assertThat(statements).hasSameSizeAs(expected.path("statements"));
    for (int i = 0; i < statements.size(); i++) {
      CamtStatement statement = statements.get(i);
      JsonNode facts = expected.path("statements").get(i);
      assertThat(statement.message()).isEqualTo(expected.path("message").asString());
      assertThat(statement.id()).isEqualTo(facts.path("id").asString());
      if (!facts.path("account").isNull()) {
        assertThat(statement.account()).contains(facts.path("account").asString());
      }
      assertThat(statement.entries()).hasSize(facts.path("entries").asInt());
      assertThat(statement.entries().stream().mapToInt(e -> e.details().size()).sum())
          .isEqualTo(facts.path("details").asInt());
      assertThat(statement.sum()).isEqualByComparingTo(facts.path("sum").decimalValue());
      assertThat(statement.entries().stream().filter(e -> e.marks().reversal()).count())
          .isEqualTo(facts.path("reversals").asInt());
      assertThat(balances(statement)).isEqualTo(balances(facts));
      if (facts.has("closingMinusOpeningMinusEntries")) {
        BigDecimal closing = statement.balance("CLBD").orElseThrow().amount();
        BigDecimal opening = statement.balance("OPBD").orElseThrow().amount();
        assertThat(closing.subtract(opening).subtract(statement.sum()))
            .isEqualByComparingTo(facts.path("closingMinusOpeningMinusEntries").decimalValue());
      }
    }
  }

  private static Map<String, List<String>> balances(CamtStatement statement) {
    Map<String, List<String>> balances = new TreeMap<>();
    statement
        .balances()
        .forEach(
            balance ->
                balances
                    .computeIfAbsent(balance.type(), type -> new ArrayList<>())
                    .add(bare(balance.amount())));
    return balances;
  }

  private static Map<String, List<String>> balances(JsonNode facts) {
    Map<String, List<String>> balances = new TreeMap<>();
    facts
        .path("balances")
        .properties()
        .forEach(
            each -> {
              List<String> amounts = new ArrayList<>();
              each.getValue().forEach(amount -> amounts.add(bare(amount.decimalValue())));
              balances.put(each.getKey(), amounts);
            });
    return balances;
  }

  private static String bare(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private Path written(String text) {
    try {
      return Files.writeString(folder.resolve("written.xml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CamtStatement> read(Path file) throws IOException {
    List<CamtStatement> statements = new ArrayList<>();
    CamtFile.read(file, "a.xml", statements::add);
    return statements;
  }

  private static Map<String, byte[]> unpacked(Path archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in = new XZInputStream(Files.newInputStream(archive))) {
      for (byte[] head = in.readNBytes(BLOCK); head.length == BLOCK; head = in.readNBytes(BLOCK)) {
        String name = new String(head, 0, 100, StandardCharsets.UTF_8).trim();
        if (name.isEmpty()) {
          break;
        }
        int size = Integer.parseInt(new String(head, 124, 11, StandardCharsets.UTF_8).trim(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        files.put(name.replaceFirst(".*/", ""), content);
      }
    }
    return files;
  }
}
