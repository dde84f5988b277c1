package org.millrace.scenario.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.World;

/**
 * Compares what the books of a company in several currencies came to: realised differences after an
 * act, gains above 0, and what is open then.
 */
public final class BookExpectations {
  private static final List<String> REALISED = List.of("4600", "6800");

  /** Which acts a word of what is expected may mean, the last of which counts. */
  private static final Map<String, List<String>> ACTS =
      Map.of(
          "afterInvoice", List.of("invoice", "bill", "creditNote"),
          "afterPayment", List.of("pay", "receivePayment", "payOut"),
          "afterAllocation", List.of("allocate"),
          "afterReversal", List.of("reverse"),
          "end", List.of());

  private final World world;
  private final BiFunction<Integer, String, String> balances;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * Of what happened in a world.
   *
   * @param balances the balance of an account after a step, debit above 0
   */
  public BookExpectations(World world, BiFunction<Integer, String, String> balances) {
    this.world = world;
    this.balances = balances;
  }

  /** All differences from what is expected. */
  public List<Difference> compare(Fields expected) {
    int end = world.steps().size();
    for (String word : expected.names()) {
      List<String> acts = ACTS.get(word);
      if (acts != null) {
        figures(word, expected.object(word).orElseThrow(), lastOf(acts));
      } else if (word.equals("realised") && expected.isObject(word)) {
        figures(word, expected.object(word).orElseThrow(), end);
      } else {
        figure(word, expected, word, end);
      }
    }
    return List.copyOf(differences);
  }

  private void figures(String word, Fields books, int step) {
    for (String name : books.names()) {
      if (name.equals(world.home()) || world.secondBooks().contains(name)) {
        number(word + ", " + name, books.number(name), realised(name, step));
      } else {
        figure(word, books, name, step);
      }
    }
  }

  private void figure(String word, Fields of, String name, int step) {
    switch (name) {
      case "openOriginal" ->
          number(word, of.number(name), open(world.home(), step, "documentOpenAmount"));
      case "openHome" -> open(word, of.object(name).orElseThrow(), step);
      default -> throw new UnknownWord(of.where(), name);
    }
  }

  private int lastOf(List<String> acts) {
    int last = world.steps().size();
    while (!acts.isEmpty() && last > 1 && !acts.contains(act(last))) {
      last--;
    }
    return last;
  }

  private String act(int step) {
    return world.steps().get(step - 1).text("do");
  }

  private void open(String word, Fields byBook, int step) {
    for (String book : byBook.names()) {
      number(word + ", open " + book, byBook.number(book), open(book, step, "openAmount"));
    }
  }

  /** The first book tells it by its accounts, each other one by itself. */
  private BigDecimal realised(String book, int step) {
    if (book.equals(world.home())) {
      return REALISED.stream()
          .map(account -> new BigDecimal(balances.apply(step, account)))
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .negate();
    }
    return new BigDecimal(second(book, step).path("realised").asText());
  }

  /** Of the first book the open items as they are now: what a step left is asked at the end. */
  private BigDecimal open(String book, int step, String field) {
    JsonNode items =
        book.equals(world.home())
            ? world.books().get("settlement/open-items?size=500").path("rows")
            : second(book, step).path("items");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : items) {
      sum = sum.add(new BigDecimal(item.path(field).asText("0")));
    }
    return sum;
  }

  private JsonNode second(String book, int step) {
    String day = world.steps().get(step - 1).text("date");
    return world.books().get("ledger/second-book?currency=" + book + "&to=" + day);
  }

  private void number(String where, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      differences.add(new Difference(where, expected.toPlainString(), actual.toPlainString()));
    }
  }
}
