package org.millrace.document.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** What the words of an address make of a list: conditions, order and pages, or a refusal. */
class ColumnFilterTest {
  private enum Colour {
    RED,
    DARK_RED
  }

  private record Bell(
      String code,
      Colour colour,
      Quantity quantity,
      LocalDate boughtOn,
      Instant addedAt,
      boolean loud,
      Optional<String> note,
      Set<Colour> tones) {}

  private static final class Bells extends ColumnFilter {
    Bells() {
      super(RecordMapping.of(Bell.class, Set.of()).columns());
    }
  }

  @Example
  void boundsWhatACellCanBeComparedBy() {
    assertThat(sql("code", "A", "B")).isEqualTo(" and code in (?::text, ?::text) [A, B]");
    assertThat(sql("colour", "dark-red")).isEqualTo(" and colour in (?::text) [dark-red]");
    assertThat(sql("loud", "true")).isEqualTo(" and loud in (?::boolean) [true]");
    assertThat(sql("tones", "red")).isEqualTo(" and tones && array[?]::text[] [red]");
    assertThat(sql("quantity.from", "-1.5")).isEqualTo(" and quantity >= ?::numeric [-1.5]");
    assertThat(sql("boughtOn.to", "2026-03-01"))
        .isEqualTo(" and bought_on <= ?::date [2026-03-01]");
    assertThat(sql("note.has", "100%_\\")).isEqualTo(" and note::text ilike ? [%100\\%\\_\\\\%]");
  }

  /** A day stands for its first moment, and as the upper bound for its last. */
  @Example
  void takesADayForAMoment() {
    assertThat(sql("addedAt.from", "2026-03-01")).endsWith("[2026-03-01T00:00Z]");
    assertThat(sql("addedAt.to", "2026-03-01")).endsWith("[2026-03-01T23:59:59.999999Z]");
    assertThat(sql("addedAt.to", "2026-03-01T09:00:00Z")).endsWith("[2026-03-01T09:00Z]");
  }

  @Example
  void namesTheFilterItsValueAndWhatWasExpected() {
    refused("colour", "blue", "colour is 'blue', expected one of red, dark-red");
    refused("tones", "blue", "tones is 'blue', expected one of red, dark-red");
    refused("loud", "yes", "loud is 'yes', expected true or false");
    refused("quantity", "1e9", "expected a number of at most 15 digits and 6 decimals");
    refused("quantity.to", "12.1234567", "quantity.to is '12.1234567', expected a number");
    refused("boughtOn", "2026-02-30", "boughtOn is '2026-02-30', expected a day like 2026-03-01");
    refused("addedAt.from", "noon", "or a moment like 2026-03-01T09:00:00Z");
    refused("loud.from", "true", "loud.from is 'true', expected a day, a moment or a number");
    refused("code.like", "A", "code.like is 'A', expected a filter of this list: search, sort");
    refused("size.from", "1", "expected a filter of this list: search, sort, page, size, addedAt");
  }

  @Example
  void namesEveryFilterThatIsWrong() {
    assertThatThrownBy(
            () -> narrowed(Map.of("colour", List.of("blue", "red"), "loud", List.of("yes"))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems()).hasSize(2))
        .hasMessageStartingWith("The list cannot be shown so: ");
  }

  /** Business has no days before 1900 or after 2999, and no database knows the year 999999999. */
  @Example
  void looksForNoDayThatNobodyMeans() {
    for (String day : List.of("+999999999-12-31", "-0001-01-01", "0206-03-01", "3000-01-01")) {
      refused("boughtOn.to", day, "expected a day from 1900-01-01 to 2999-12-31");
    }
    refused(
        "addedAt.from",
        "+1000000000-12-31T00:00:00Z",
        "expected a day from 1900-01-01 to 2999-12-31");
    refused("addedAt.to", "3000-01-01", "expected a day from 1900-01-01 to 2999-12-31");
  }

  @Example
  void endsEachOrderWithWhatTellsRowsApart() {
    assertThat(order("-boughtOn,note")).isEqualTo("bought_on desc, note nulls last, code");
    assertThat(order("")).isEqualTo("quantity desc, code");
    assertThat(order(",")).isEqualTo("code");
    refused(() -> order("-colours"), "sort is '-colours', expected fields of this list: search");
    refused(() -> order("code desc"), "sort is 'code desc', expected fields of this list");
  }

  @Example
  void readsAnAddress() {
    ListRequest read =
        ListRequest.of(
            Map.of(
                "search", List.of("x", " bell "),
                "sort", List.of("code"),
                "page", List.of("3"),
                "size", List.of("20"),
                "colour", List.of("red", "dark-red")));
    assertThat(read.search()).contains("bell");
    assertThat(read.offset()).isEqualTo(40);
    assertThat(read.filters()).containsOnly(Map.entry("colour", List.of("red", "dark-red")));
    assertThat(ListRequest.of(Map.of())).isEqualTo(ListRequest.all());
    refused(() -> page("0", "1"), "page is '0', expected a number from 1 to 100000");
    refused(() -> page("1", "501"), "size is '501', expected a number from 1 to 500");
    refused(
        () -> page("-1", "x"), "page is '-1'", "size is 'x', expected a whole number such as 5");
    refused(() -> page("9999999999", "1"), "page is '9999999999', expected a whole number");
  }

  /** However many rows match and however they are cut, the pages hold each of them once. */
  @Property
  void tellsWhetherAnotherPageFollows(
      @ForAll @IntRange(min = 1, max = 25_000) int matching,
      @ForAll @IntRange(min = 1, max = 500) int size) {
    long counted = Math.min(matching, ListRequest.COUNTED + 1);
    int pages = (matching + size - 1) / size;
    for (int page : List.of(1, Math.max(1, pages - 1), pages)) {
      ListRequest request =
          new ListRequest(Optional.empty(), Map.of(), Optional.empty(), page, size);
      ListAnswer<String> answer = ListAnswer.of(request, List.of(), counted);
      boolean isExact = matching <= ListRequest.COUNTED;
      assertThat(answer.totalIsExact()).isEqualTo(isExact);
      assertThat(answer.total()).isEqualTo(Math.min(matching, ListRequest.COUNTED));
      assertThat(answer.more()).isEqualTo(!isExact || page < pages);
    }
  }

  /** Whatever is looked for is bound and never part of the SQL. */
  @Property
  void bindsWhateverIsLookedFor(@ForAll @StringLength(max = 40) String text) {
    ColumnFilter exact = narrowed(Map.of("code", List.of(text)));
    assertThat(exact.condition()).isEqualTo(" and code in (?::text)");
    assertThat(exact.parameters()).isEqualTo(List.of(text));
    assertThat(narrowed(Map.of("note.has", List.of(text))).condition())
        .isEqualTo(" and note::text ilike ?");
  }

  private static ListRequest page(String page, String size) {
    return ListRequest.of(Map.of("page", List.of(page), "size", List.of(size)));
  }

  private static String order(String sort) {
    ListRequest request =
        new ListRequest(Optional.empty(), Map.of(), Optional.of(sort), 1, ListRequest.SIZE);
    return new Bells().order(request, "-quantity", List.of("code"));
  }

  private static String sql(String name, String... values) {
    ColumnFilter filter = narrowed(Map.of(name, List.of(values)));
    return filter.condition() + " " + filter.parameters();
  }

  private static ColumnFilter narrowed(Map<String, List<String>> filters) {
    Bells bells = new Bells();
    bells.narrow(new ListRequest(Optional.empty(), filters, Optional.empty(), 1, ListRequest.SIZE));
    return bells;
  }

  private static void refused(String name, String value, String words) {
    refused(() -> narrowed(Map.of(name, List.of(value))), words);
  }

  private static void refused(ThrowingCallable act, String... words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContainingAll(words);
  }
}
