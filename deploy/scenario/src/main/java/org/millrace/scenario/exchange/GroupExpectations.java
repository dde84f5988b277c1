package org.millrace.scenario.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.World;

/** Compares parts of consolidated statements; words for people only have to be there. */
public final class GroupExpectations {
  private static final Map<String, String> FIGURES =
      Map.of(
          "translationDifference", "difference",
          "netAssets", "netAssets",
          "profit", "profit",
          "mismatch", "mismatch",
          "eliminate", "eliminated",
          "stockBefore", "stockBefore",
          "stockAfter", "stockAfter",
          "groupProfit", "groupProfit");

  /** Words that name a currency at their end. */
  private static final Map<String, String> OF_CURRENCIES =
      Map.of(
          "buyerIn", "debtInGroup",
          "sellerIn", "claimInGroup",
          "correctPayable", "correctDebt",
          "buyerLoss", "debtorLoss");

  private static final int CURRENCY = 3;

  private final JsonNode answer;
  private final List<Difference> differences = new ArrayList<>();

  private GroupExpectations(JsonNode answer) {
    this.answer = answer;
  }

  /** The differences from what is expected, where the case is about a group. */
  public static Optional<List<Difference>> compare(World world, Fields expected) {
    return Stream.of(Made.Kind.TRANSLATION, Made.Kind.MUTUAL_BALANCE, Made.Kind.STOCK_PROFIT)
        .flatMap(world::answers)
        .findFirst()
        .map(answer -> new GroupExpectations(answer).of(expected));
  }

  private List<Difference> of(Fields expected) {
    for (String word : expected.names()) {
      switch (word) {
        case "translated" -> translated(expected.object(word).orElseThrow());
        case "proof", "reason" -> told(word);
        default -> number(word, expected.number(word), answer.path(field(expected, word)));
      }
    }
    return List.copyOf(differences);
  }

  private static String field(Fields expected, String word) {
    String bare =
        word.matches(".*[a-z][A-Z]{3}") ? word.substring(0, word.length() - CURRENCY) : "";
    return Optional.ofNullable(FIGURES.get(word))
        .or(() -> Optional.ofNullable(OF_CURRENCIES.get(bare)))
        .orElseThrow(() -> new UnknownWord(expected.where(), word));
  }

  private void translated(Fields accounts) {
    Map<String, JsonNode> lines = new HashMap<>();
    answer.path("lines").forEach(line -> lines.put(line.path("account").asText(), line));
    for (String account : accounts.names()) {
      JsonNode line = lines.getOrDefault(account, answer.path("none"));
      number(account, accounts.number(account), line.path("translated"));
    }
  }

  private void told(String word) {
    if (answer.path(word).asText().isBlank()) {
      differences.add(new Difference(word, "words", "none"));
    }
  }

  private void number(String where, BigDecimal expected, JsonNode came) {
    boolean isEqual =
        !came.isMissingNode() && new BigDecimal(came.asText()).compareTo(expected) == 0;
    if (!isEqual) {
      differences.add(new Difference(where, expected.toPlainString(), came.asText("none")));
    }
  }
}
