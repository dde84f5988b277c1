package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** Parts of consolidated statements: translations, mutual balances, profits in stock. */
final class GroupActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "translate", GroupActs::translate,
          "intercompany", GroupActs::compare,
          "intercompanySale", GroupActs::eliminate);

  /** Names of accounts that earn or cost; those with a rate of their own are equity. */
  private static final List<String> INCOME =
      List.of(
          "revenue",
          "sales",
          "income",
          "gain",
          "cost",
          "cogs",
          "expense",
          "loss",
          "depreciation",
          "interest",
          "rent",
          "salar",
          "wage");

  private static final List<String> EQUITY =
      List.of("capital", "retained", "reserve", "equity", "share");
  private static final List<String> HISTORY =
      List.of("history", "historical", "historic", "equity");

  private static final String CURRENCY = "currency";
  private static final String CLOSING = "closing";
  private static final String AVERAGE = "average";
  private static final String RATE = "rate";

  private GroupActs() {}

  private static void translate(World world, Fields step) {
    Fields rates = step.object("rates").orElseThrow();
    Fields balances = step.object("trialBalance").orElseThrow();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put(CURRENCY, currency(world, step));
    asked.put("date", step.day("date").toString());
    asked.put(CLOSING, text(rates.get(CLOSING)));
    rates.find(AVERAGE).ifPresent(rate -> asked.put(AVERAGE, text(rate)));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String account : balances.names()) {
      BigDecimal amount = balances.number(account);
      Optional<JsonNode> rate = rates.find(account).or(() -> ofEquity(rates, account));
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("account", account);
      line.put("type", rate.isPresent() ? "equity" : type(account, amount));
      line.put("amount", amount);
      rate.ifPresent(own -> line.put(RATE, text(own)));
      lines.add(line);
    }
    HISTORY.forEach(rates::find);
    rates.refuseUnread();
    asked.put("lines", lines);
    note(world, step, Made.Kind.TRANSLATION, "translations", asked);
  }

  /** Accounts of equity may have one rate together. */
  private static Optional<JsonNode> ofEquity(Fields rates, String account) {
    String word = account.toLowerCase(Locale.ROOT);
    return EQUITY.stream().anyMatch(word::contains)
        ? HISTORY.stream().flatMap(name -> rates.find(name).stream()).findFirst()
        : Optional.empty();
  }

  private static String currency(World world, Fields step) {
    return step.findText(CURRENCY).or(world::documentCurrency).orElse(world.home());
  }

  private static String type(String account, BigDecimal amount) {
    boolean isDebit = amount.signum() > 0;
    String word = account.toLowerCase(Locale.ROOT);
    if (INCOME.stream().anyMatch(word::contains)) {
      return isDebit ? "expense" : "revenue";
    }
    return isDebit ? "asset" : "liability";
  }

  /** The closing rate is that of the currency which is not that of the group. */
  private static void compare(World world, Fields step) {
    Fields seller = step.object("seller").orElseThrow();
    Fields buyer = step.object("buyer").orElseThrow();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("date", step.day("date").toString());
    asked.put("claim", amount(seller, "receivable"));
    asked.put("debt", amount(buyer, "payable"));
    JsonNode closing = step.get(CLOSING);
    rate(world, seller, closing).ifPresent(rate -> asked.put("claimRate", rate));
    rate(world, buyer, closing).ifPresent(rate -> asked.put("debtRate", rate));
    seller.refuseUnread();
    buyer.refuseUnread();
    note(world, step, Made.Kind.MUTUAL_BALANCE, "mutual-balances", asked);
  }

  private static Map<String, Object> amount(Fields side, String word) {
    return Map.of(CURRENCY, side.text(CURRENCY), "amount", side.number(word));
  }

  private static Optional<String> rate(World world, Fields side, JsonNode closing) {
    String currency = side.text(CURRENCY);
    JsonNode told = closing.isObject() ? closing.path(currency) : closing;
    return currency.equals(world.home()) || told.isMissingNode()
        ? Optional.empty()
        : Optional.of(text(told));
  }

  private static void eliminate(World world, Fields step) {
    step.day("date");
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("price", step.number("price"));
    asked.put("cost", step.number("cost"));
    asked.put("unsoldShare", step.number("unsoldShare"));
    step.find(RATE).ifPresent(rate -> asked.put(RATE, text(rate)));
    note(world, step, Made.Kind.STOCK_PROFIT, "stock-profits", asked);
  }

  private static String text(JsonNode rate) {
    return rate.isNumber() ? rate.decimalValue().toPlainString() : rate.asText();
  }

  private static void note(
      World world, Fields step, Made.Kind kind, String path, Map<String, Object> asked) {
    JsonNode answer = world.books().post("ledger/group/" + path, asked);
    world.note(
        step.findText("ref").orElse(path),
        Made.of(kind, "", "", BigDecimal.ZERO, step.text("date")).answered(answer));
  }
}
