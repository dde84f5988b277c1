package org.millrace.scenario.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;

/**
 * Compares proposals with expected matches: lines, items, what else of the money, and what undoes
 * what. A reason is words for people: it has to be there.
 */
final class MatchExpectations {
  private static final List<String> PARTS =
      List.of("discount", "writeOff", "fee", "onAccount", "expense");

  private final OpenItems items;
  private final Map<String, Integer> lines;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * Of lines by their reference.
   *
   * @param lines numbers in the statement
   */
  MatchExpectations(OpenItems items, Map<String, Integer> lines) {
    this.items = items;
    this.lines = lines;
  }

  List<Difference> compare(Fields expected, JsonNode proposals) {
    Map<String, JsonNode> byLines = new LinkedHashMap<>();
    for (JsonNode proposal : proposals) {
      byLines.put(named(proposal.path("lines")).toString(), proposal);
    }
    List<Fields> matches = expected.objects("matches");
    for (Fields match : matches) {
      List<String> of = new ArrayList<>();
      JsonNode line = match.get("line");
      if (line.isArray()) {
        line.forEach(each -> of.add(each.asText()));
      } else {
        of.add(line.asText());
      }
      JsonNode proposal = byLines.remove(of.toString());
      if (proposal == null) {
        differences.add(new Difference("match of " + of, "a proposal", "none, or other lines"));
        match.names().forEach(match::find);
      } else {
        compare(match, "match of " + of, proposal);
        match.findText("undoneBy").ifPresent(by -> linked(by, of.get(0), proposals, "undone by"));
        match.findText("duplicateOf").ifPresent(first -> linked(of.get(0), first, proposals, "of"));
      }
      match.refuseUnread();
    }
    byLines.forEach(
        (of, proposal) ->
            differences.add(
                new Difference("match of " + of, "none", proposal.path("reason").asText())));
    expected
        .findNumber("subsetsThatAddUp")
        .ifPresent(
            value ->
                number(
                    "subsetsThatAddUp",
                    value,
                    BigDecimal.valueOf(proposals.path(0).path("alternatives").asInt())));
    return List.copyOf(differences);
  }

  private void compare(Fields match, String where, JsonNode proposal) {
    Map<String, BigDecimal> wanted = new TreeMap<>();
    match
        .objects("items")
        .forEach(
            item -> {
              wanted.put(item.text("ref"), bare(item.number("amount")));
              item.refuseUnread();
            });
    Map<String, BigDecimal> came = new TreeMap<>();
    proposal
        .path("items")
        .forEach(
            item ->
                came.put(
                    items.ref(item.path("item").asText()),
                    bare(item.path("amount").decimalValue())));
    if (!wanted.equals(came)) {
      differences.add(new Difference(where + ", items", wanted.toString(), came.toString()));
    }
    for (String part : PARTS) {
      number(
          where + ", " + part,
          match.findNumber(part).orElse(BigDecimal.ZERO),
          proposal.path(part).decimalValue());
    }
    BigDecimal tax = proposal.path("expenseTax").decimalValue();
    match.findNumber("tax").ifPresent(value -> number(where + ", tax", value, tax));
    match
        .findNumber("net")
        .ifPresent(
            value ->
                number(
                    where + ", net", value, proposal.path("expense").decimalValue().subtract(tax)));
    if (match.findText("reason").isPresent() && proposal.path("words").asText().isBlank()) {
      differences.add(new Difference(where + ", reason", "words", "none"));
    }
  }

  private void linked(String line, String to, JsonNode proposals, String how) {
    Optional<String> came = Optional.empty();
    for (JsonNode proposal : proposals) {
      if (named(proposal.path("lines")).contains(line)) {
        came = Optional.ofNullable(proposal.get("linked")).map(each -> name(each.asText()));
      }
    }
    if (!came.equals(Optional.of(to))) {
      differences.add(new Difference(line + " " + how, to, came.orElse("nothing")));
    }
  }

  private List<String> named(JsonNode refs) {
    List<String> named = new ArrayList<>();
    refs.forEach(ref -> named.add(name(ref.asText())));
    return named;
  }

  /** How the case calls a line. */
  private String name(String ref) {
    int number = Integer.parseInt(ref.substring(ref.lastIndexOf('/') + 1));
    return lines.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ref);
  }

  private void number(String where, BigDecimal expected, BigDecimal came) {
    if (expected.compareTo(came) != 0) {
      differences.add(new Difference(where, expected.toPlainString(), came.toPlainString()));
    }
  }

  private static BigDecimal bare(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }
}
