package org.millrace.tax.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.einvoice.arithmetic.CheckArithmetic;
import org.millrace.einvoice.arithmetic.Figures;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers for the arithmetic of electronic invoices. */
class CheckCasesTest {
  private static final Path CASES = Path.of("../../shared/cases/tax.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Stream<Arguments> cases() throws IOException {
    assumeTrue(Files.exists(CASES), "the known answers are not here");
    return stream(MAPPER.readTree(CASES.toFile()))
        .filter(one -> one.get("steps").get(0).get("do").asString().equals("validate"))
        .map(one -> Arguments.of(one.get("id").asString(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void namesTheBrokenRules(String unused, JsonNode one) {
    JsonNode expected = one.get("expect").get("broken");
    assertThat(CheckArithmetic.broken(invoice(one.get("steps").get(0).get("document"))))
        .containsExactlyElementsOf(stream(expected).map(JsonNode::asString).toList());
  }

  private static Figures invoice(JsonNode document) {
    JsonNode totals = document.get("totals");
    return new Figures(
        rows(
            document,
            "lines",
            line ->
                new Figures.Line(
                    number(line, "net"),
                    line.get("category").asString(),
                    found(line, "rate"),
                    found(line, "quantity"),
                    found(line, "price"),
                    found(line, "baseQuantity"),
                    Optional.empty(),
                    Optional.empty())),
        rows(document, "allowances", CheckCasesTest::adjustment),
        rows(document, "charges", CheckCasesTest::adjustment),
        rows(
            document,
            "vat",
            vat ->
                new Figures.Vat(
                    vat.get("category").asString(),
                    found(vat, "rate"),
                    number(vat, "base"),
                    number(vat, "tax"))),
        new Figures.Totals(
            number(totals, "BT-106"),
            found(totals, "BT-107"),
            found(totals, "BT-108"),
            number(totals, "BT-109"),
            found(totals, "BT-110"),
            number(totals, "BT-112"),
            found(totals, "BT-113"),
            found(totals, "BT-114"),
            number(totals, "BT-115")));
  }

  private static Figures.Adjustment adjustment(JsonNode row) {
    return new Figures.Adjustment(
        number(row, "amount"), row.get("category").asString(), found(row, "rate"));
  }

  private static <T> List<T> rows(JsonNode document, String field, Function<JsonNode, T> row) {
    return stream(document.path(field)).map(row).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Optional<BigDecimal> found(JsonNode of, String field) {
    return Optional.ofNullable(of.get(field)).map(JsonNode::decimalValue);
  }

  private static BigDecimal number(JsonNode of, String field) {
    return found(of, field).orElseThrow();
  }
}
