package org.millrace.document.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** A list of rows is asked for as a list of documents is. */
class RowListsTest {
  private static final Rows ALL =
      Rows.of(
              new CompanyCode("TEST"),
              """
          select * from (values
            ('a', 3, 1.5, array['x', 'y'], 'one'), ('b', 1, 2.5, array['x'], null),
            ('c', 2, 2.5, array[]::text[], 'three')
          ) as v(code, place, amount, marks, note) where ?::text <> ''
          """)
          .in(Currency.getInstance("EUR"));

  @Listed(
      searched = {"code", "note"},
      key = "place desc",
      without = "marks")
  record Row(String code, int place, Money amount, List<String> marks, Optional<String> note) {}

  private final RowLists lists = TestingCore.running().bean(RowLists.class);

  @Test
  void comesInTheOrderOfItsKeyWithTotal() {
    ListAnswer<Row> page = asked("size", "2");
    assertThat(page.rows()).extracting(Row::code).containsExactly("a", "c");
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.more()).isTrue();
    assertThat(asked("size", "2", "page", "2").more()).isFalse();
    assertThat(page.rows().get(0))
        .isEqualTo(
            new Row(
                "a",
                3,
                Money.of(new BigDecimal("1.5"), Currency.getInstance("EUR")),
                List.of("x", "y"),
                Optional.of("one")));
  }

  @Test
  void isNarrowedSearchedAndSorted() {
    assertThat(codes("amount.from", "2", "sort", "-note")).containsExactly("c", "b");
    assertThat(codes("code", "a")).containsExactly("a");
    assertThat(codes("note.has", "HRE")).containsExactly("c");
    assertThat(codes("search", "e")).containsExactly("a", "c");
    assertThat(codes("sort", "amount")).containsExactly("a", "c", "b");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> asked("colour", "red"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("search, sort, page, size, amount, code, note, place");
    assertThatThrownBy(() -> asked("marks", "x")).hasMessageContaining("marks is 'x'");
    assertThatThrownBy(() -> asked("sort", "-marks")).hasMessageContaining("-marks");
    assertThatThrownBy(() -> asked("place", "first")).hasMessageContaining("a number");
  }

  private List<String> codes(String... query) {
    return asked(query).rows().stream().map(Row::code).toList();
  }

  private ListAnswer<Row> asked(String... query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.put(query[i], List.of(query[i + 1]));
    }
    return lists.page(Row.class, ALL, ListRequest.of(parameters));
  }
}
