package org.millrace.scenario.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.World;

/**
 * Compares what is open and what exchange differences came to: gains above 0, losses below 0, from
 * our side.
 */
public final class ExchangeExpectations {
  private static final Pattern USED = Pattern.compile("payment(Used|Left)[A-Z]{3}");
  private static final Pattern OF_BILL = Pattern.compile("[a-z]{3}(Paid|Open)");
  private static final List<String> REALISED = List.of("4600", "6800");
  private static final List<String> UNREALISED = List.of("4610", "6810");
  private static final String HOME = "amount";
  private static final String DOCUMENT = "documentAmount";

  private final World world;
  private final UnaryOperator<String> balances;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * Of what happened in a world.
   *
   * @param balances the balance of an account at the end, debit above 0
   */
  public ExchangeExpectations(World world, UnaryOperator<String> balances) {
    this.world = world;
    this.balances = balances;
  }

  /** Whether the case is about settlements or currencies. */
  public static boolean areOf(World world) {
    return world.isOfCurrencies() || world.find(Made.Kind.SETTLEMENT).isPresent();
  }

  /** All differences from what is expected. */
  public List<Difference> compare(Fields expected) {
    for (String word : expected.names()) {
      if (expected.isObject(word)) {
        Fields inner = expected.object(word).orElseThrow();
        for (String part : inner.names()) {
          number(word + ", " + part, inner.number(part), part(word, part));
        }
      } else if (expected.get(word).isArray()) {
        list(word, expected.get(word));
      } else if (expected.get(word).isNumber()) {
        number(word, expected.number(word), figure(expected.where(), word));
      } else if (!word.equals("smallRestRule")) {
        throw new UnknownWord(expected.where(), word);
      }
    }
    return List.copyOf(differences);
  }

  private BigDecimal figure(String where, String word) {
    if (USED.matcher(word).matches()) {
      return word.startsWith("paymentUsed")
          ? allocated("payment", DOCUMENT).abs()
          : open("payment", "documentOpenAmount").abs();
    }
    Matcher ofBill = OF_BILL.matcher(word);
    if (ofBill.matches()) {
      BigDecimal rest = allocated("supplier-invoice", "smallRest").abs();
      BigDecimal all = allocated("supplier-invoice", DOCUMENT).abs();
      return ofBill.group(1).equals("Open") ? rest : all.subtract(rest);
    }
    if (word.matches("(realised|unrealised|reversal)[A-Z][a-z]+") && !word.endsWith("Gain")) {
      return figure(where, word.replaceAll("[A-Z].*", ""));
    }
    return switch (word) {
      case "realised", "realisedGain" -> gain(REALISED);
      case "lifetime" -> gain(REALISED).add(gain(UNREALISED));
      case "unrealised" -> revalued("difference");
      case "reversal" -> gain(UNREALISED).subtract(revalued("difference"));
      case "before", "bookHome" -> revalued(HOME);
      case "after", "atClosing" -> revalued("closingAmount");
      case "original" -> revalued(DOCUMENT);
      case "openHome" -> open("", "openAmount");
      case "openOriginal" -> open("", "documentOpenAmount");
      case "invoiceHome", "invoicesHome" -> sum(answers(Made.Kind.SALES_INVOICE), "/netAmount");
      case "billHome" -> sum(answers(Made.Kind.BILL), "/netAmount");
      case "paymentHome", "bankHome", "pay" -> sum(newestPayment(), "/amount");
      case "feeHome" -> sum(newestPayment(), "/bankFee");
      case "paymentUsedHome", "homePaid" -> allocated("payment", HOME).abs();
      case "gross" -> sum(answers(Made.Kind.SALES_INVOICE), "/tax/gross");
      case "tax" -> sum(answers(Made.Kind.SALES_INVOICE), "/tax/amount");
      case "discount" -> sum(lines(newestPayment()), "/discount");
      default -> throw new UnknownWord(where, word);
    };
  }

  private BigDecimal part(String word, String part) {
    return switch (word + "." + part) {
      case "invoiceOpen.original" -> open("invoice", "documentOpenAmount");
      case "invoiceOpen.home" -> open("invoice", "openAmount");
      case "unrealised.payable" -> revalued("supplier-invoice", "difference");
      case "unrealised.receivable" -> revalued("invoice", "difference");
      case "unrealised.bank" -> revalued("bank-account", "difference");
      case "unrealised.prepayment" -> revalued("payment", "difference");
      case "unrealised.stock" -> new BigDecimal(balances.apply("5100"));
      default -> throw new UnknownWord(word, part);
    };
  }

  private BigDecimal gain(List<String> accounts) {
    return accounts.stream()
        .map(account -> new BigDecimal(balances.apply(account)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .negate();
  }

  private BigDecimal revalued(String name) {
    return revalued("", name);
  }

  private BigDecimal revalued(String kind, String name) {
    return sum(ofKind(lines(world.answers(Made.Kind.REVALUATION)), kind), "/" + name);
  }

  private BigDecimal allocated(String kind, String name) {
    return sum(ofKind(lines(world.answers(Made.Kind.ALLOCATION)), kind), "/" + name);
  }

  private BigDecimal open(String kind, String name) {
    List<JsonNode> rows = new ArrayList<>();
    world.books().get("settlement/open-items?size=500").path("rows").forEach(rows::add);
    return sum(ofKind(rows.stream(), kind), "/" + name);
  }

  private Stream<JsonNode> answers(Made.Kind kind) {
    return world.answers(kind);
  }

  private Stream<JsonNode> newestPayment() {
    return world.find(Made.Kind.SETTLEMENT).flatMap(Made::answer).stream();
  }

  private static Stream<JsonNode> lines(Stream<JsonNode> documents) {
    return documents.flatMap(
        document -> {
          List<JsonNode> lines = new ArrayList<>();
          document.path("lines").forEach(lines::add);
          return lines.stream();
        });
  }

  private static Stream<JsonNode> ofKind(Stream<JsonNode> rows, String kind) {
    return rows.filter(row -> kind.isEmpty() || row.path("kind").asText().equals(kind));
  }

  private static BigDecimal sum(Stream<JsonNode> rows, String path) {
    return rows.map(row -> decimal(row, path)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal decimal(JsonNode row, String path) {
    JsonNode value = row.at(path);
    return value.isMissingNode() || value.isNull()
        ? BigDecimal.ZERO
        : new BigDecimal(value.asText());
  }

  private void list(String word, JsonNode expected) {
    Made.Kind kind =
        switch (word) {
          case "invoiceHome" -> Made.Kind.SALES_INVOICE;
          case "creditHome" -> Made.Kind.CREDIT_NOTE;
          default -> throw new UnknownWord("expect", word);
        };
    List<BigDecimal> came =
        answers(kind).map(document -> decimal(document, "/netAmount").abs()).toList();
    for (int i = 0; i < expected.size(); i++) {
      BigDecimal actual = i < came.size() ? came.get(i) : BigDecimal.ZERO;
      number(word + " " + (i + 1), expected.get(i).decimalValue(), actual);
    }
  }

  private void number(String where, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      differences.add(new Difference(where, expected.toPlainString(), actual.toPlainString()));
    }
  }
}
