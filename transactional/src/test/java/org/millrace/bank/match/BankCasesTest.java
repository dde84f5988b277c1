package org.millrace.bank.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.millrace.bank.match.BankLine.Counterparty;
import org.millrace.bank.match.BankLine.Remittance;
import org.millrace.bank.match.OpenItem.Discount;
import org.millrace.bank.match.OpenItem.Partner;
import org.millrace.shared.Money;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers of matching, held against the engine alone: those given, and own ones. */
class BankCasesTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Path KNOWN = Path.of("../../shared/cases/bank.json");
  private static final Path OWN = Path.of("src/test/resources/bank/matches.json");

  @TestFactory
  Stream<DynamicTest> own() throws IOException {
    return cases(OWN);
  }

  @TestFactory
  Stream<DynamicTest> known() throws IOException {
    return Files.exists(KNOWN) ? cases(KNOWN) : Stream.of();
  }

  private static Stream<DynamicTest> cases(Path file) throws IOException {
    return stream(JSON.readTree(Files.readString(file)))
        .filter(each -> each.path("rule").asString().equals("bankMatch"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("id").asString() + " " + each.path("title").asString(),
                    () -> check(each)));
  }

  private static void check(JsonNode each) {
    JsonNode given = each.path("given");
    Currency currency = Currency.getInstance(given.path("currency").asString());
    List<OpenItem> items =
        stream(given.path("openItems")).map(item -> item(item, currency)).toList();
    List<BankLine> lines = stream(each.path("steps")).map(step -> line(step, currency)).toList();
    List<Match> matches =
        MatchLines.match(lines, items, rules(given, currency), List.of(), currency);
    JsonNode expected = each.path("expect");
    assertThat(matches.stream().map(BankCasesTest::told).toList())
        .as(matches.toString())
        .isEqualTo(stream(expected.path("matches")).map(BankCasesTest::expected).toList());
    assertThat(matches).allSatisfy(match -> assertThat(match.ground().words()).isNotBlank());
    assertThat(openAfter(items, matches)).isEqualTo(amounts(expected.path("openAfter")));
    assertThat(matches.stream().allMatch(match -> match.ground().isSafe()))
        .as(matches.toString())
        .isEqualTo(expected.path("mayBookWithoutAPerson").asBoolean());
    if (expected.has("subsetsThatAddUp")) {
      assertThat(matches.get(0).ground().alternatives())
          .isEqualTo(expected.path("subsetsThatAddUp").asInt());
    }
    assertThat(matches.stream().flatMap(match -> match.linked().stream()).toList())
        .isEqualTo(
            stream(expected.path("matches"))
                .filter(match -> match.has("undoneBy") || match.has("repeatedBy"))
                .map(match -> match.path("line").asString())
                .toList());
  }

  private static OpenItem item(JsonNode item, Currency currency) {
    Money amount = money(item.path("amount"), currency);
    return new OpenItem(
        item.path("ref").asString(),
        text(item, "number"),
        text(item, "reference"),
        new Partner(
            item.path("partner").asString(),
            item.path("partner").asString(),
            text(item, "iban").stream().toList()),
        amount,
        LocalDate.parse(item.path("due").asString()),
        Optional.of(item.path("discount"))
            .filter(JsonNode::isObject)
            .map(d -> discount(d, amount)));
  }

  private static Discount discount(JsonNode discount, Money of) {
    LocalDate until = LocalDate.parse(discount.path("until").asString());
    return discount.has("percent")
        ? Discount.ofPercent(of, discount.path("percent").decimalValue(), until)
        : new Discount(money(discount.path("amount"), of.currency()), until);
  }

  private static BankLine line(JsonNode step, Currency currency) {
    return new BankLine(
        step.path("ref").asString(),
        LocalDate.parse(step.path("date").asString()),
        money(step.path("amount"), currency),
        remittance(step),
        counterparty(step),
        text(step, "bankReference"),
        stream(step.path("details"))
            .map(
                detail ->
                    new BankLine.Detail(
                        money(detail.path("amount"), currency),
                        remittance(detail),
                        counterparty(detail)))
            .toList());
  }

  private static Remittance remittance(JsonNode node) {
    return new Remittance(
        text(node, "text").orElse(""),
        text(node, "reference"),
        node.path("reversal").asBoolean(false));
  }

  private static Counterparty counterparty(JsonNode node) {
    return new Counterparty(text(node, "partner"), text(node, "iban"));
  }

  private static MatchRules rules(JsonNode given, Currency currency) {
    return new MatchRules(
        given.has("tolerancePercent")
            ? given.path("tolerancePercent").decimalValue()
            : BigDecimal.ZERO,
        Optional.of(given.path("feeRule"))
            .filter(JsonNode::isObject)
            .map(rule -> money(rule.path("upTo"), currency)),
        stream(given.path("rules"))
            .map(
                rule ->
                    new MatchRules.TextRule(
                        rule.path("textContains").asString(),
                        rule.path("account").asString(),
                        Optional.of(rule.path("taxIncluded"))
                            .filter(JsonNode::isNumber)
                            .map(JsonNode::decimalValue),
                        Optional.empty()))
            .toList(),
        stream(given.path("learned"))
            .map(
                learned ->
                    new MatchRules.Learned(
                        learned.path("text").asString(),
                        learned.path("partner").asString(),
                        learned.path("corrections").asInt(),
                        Optional.empty()))
            .toList());
  }

  private static String told(Match match) {
    Match.Split split = match.split();
    Map<String, BigDecimal> amounts = new TreeMap<>();
    put(amounts, "discount", split.discount());
    put(amounts, "writeOff", split.writeOff());
    put(amounts, "fee", split.fee());
    put(amounts, "onAccount", split.onAccount());
    split
        .expense()
        .ifPresent(
            expense -> {
              put(amounts, "expense", expense.amount());
              if (!expense.tax().isZero()) {
                put(amounts, "net", expense.net());
                put(amounts, "tax", expense.tax());
              }
            });
    Map<String, BigDecimal> items = new TreeMap<>();
    match.items().forEach(a -> items.put(a.item().ref(), bare(a.amount().amount())));
    return match.lines() + " " + items + " " + amounts;
  }

  private static void put(Map<String, BigDecimal> amounts, String name, Money amount) {
    if (!amount.isZero()) {
      amounts.put(name, bare(amount.amount()));
    }
  }

  private static String expected(JsonNode match) {
    List<String> lines = new ArrayList<>();
    JsonNode line = match.path("line");
    if (line.isArray()) {
      line.forEach(each -> lines.add(each.asString()));
    } else {
      lines.add(line.asString());
    }
    Map<String, BigDecimal> items = new TreeMap<>();
    match
        .path("items")
        .forEach(
            item ->
                items.put(item.path("ref").asString(), bare(item.path("amount").decimalValue())));
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (String name :
        List.of("discount", "writeOff", "fee", "onAccount", "expense", "net", "tax")) {
      if (match.has(name)) {
        amounts.put(name, bare(match.path(name).decimalValue()));
      }
    }
    return lines + " " + items + " " + amounts;
  }

  private static Map<String, BigDecimal> openAfter(List<OpenItem> items, List<Match> matches) {
    Map<String, BigDecimal> open = new TreeMap<>();
    items.forEach(item -> open.put(item.ref(), item.amount().amount()));
    for (Match match : matches) {
      match
          .items()
          .forEach(a -> open.merge(a.item().ref(), a.amount().amount().negate(), BigDecimal::add));
    }
    open.values().removeIf(amount -> amount.signum() == 0);
    open.replaceAll((ref, amount) -> bare(amount));
    return open;
  }

  private static Map<String, BigDecimal> amounts(JsonNode node) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    node.properties().forEach(e -> amounts.put(e.getKey(), bare(e.getValue().decimalValue())));
    return amounts;
  }

  private static BigDecimal bare(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  private static Money money(JsonNode amount, Currency currency) {
    return Money.of(amount.decimalValue(), currency);
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
