package org.millrace.demo.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.demo.market.Shop;

class BusinessYearTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
  private static final LocalDate END = LocalDate.of(2026, 11, 22);
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)\\}");

  @Test
  void happensTheSameWayForTheSameSeed() {
    assertThat(acts(1869, END)).isEqualTo(acts(1869, END));
    assertThat(acts(1869, END)).isNotEqualTo(acts(1870, END));
  }

  @Test
  void isTheSameUntilADayHoweverFarItIsAskedFor() {
    List<Act> whole = acts(1869, END);
    List<Act> part = acts(1869, LocalDate.of(2026, 5, 5));
    assertThat(part).hasSizeGreaterThan(1000);
    assertThat(whole.subList(0, part.size())).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(longs = {1869, 7, 42, 1_000_003})
  void asksForDocumentsOnlyAfterTheyWereMadeAndUsesEachKeyOnce(long seed) {
    Set<String> made = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Day day : new BusinessYear(seed, FIRST).daysUntil(END)) {
      for (List<Act> phase : day.phases()) {
        phase.forEach(act -> assertThat(made).containsAll(names(act)));
        phase.forEach(act -> act.link().makes().ifPresent(made::add));
        phase.forEach(act -> assertThat(keys.add(act.key())).as(act.key()).isTrue());
        Set<String> changed = new HashSet<>();
        phase.forEach(
            act ->
                act.link()
                    .changes()
                    .ifPresent(name -> assertThat(changed.add(name)).as(act.key()).isTrue()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1869, 7, 42})
  void leavesWorkOnTheDesksAtTheEnd(long seed) {
    List<Act> acts = acts(seed, END);
    assertThat(acts).hasSizeBetween(4_500, 7_000);
    assertThat(unfinished(acts, "/sales/orders", "/deliveries")).isPositive();
    assertThat(unfinished(acts, "/purchasing/orders", "/receipts")).isPositive();
    assertThat(unfinished(acts, "/production/work-orders", "/completions")).isPositive();
    assertThat(unfinished(acts, "/sales/orders", "/deliveries")).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(longs = {1869, 7, 42})
  void shopsWantTheirGoodsWithinThreeWeeksAndSomeAfterTheEnd(long seed) {
    Map<String, LocalDate> open = new HashMap<>();
    for (Day day : new BusinessYear(seed, FIRST).daysUntil(END)) {
      for (Act act : day.phases().stream().flatMap(List::stream).toList()) {
        if (act.path().endsWith("/sales/orders")) {
          LocalDate requested = LocalDate.parse((String) act.body().get("requestedDate"));
          assertThat(requested).isBetween(day.date().plusDays(3), day.date().plusDays(21));
          open.put(act.key(), requested);
        } else if (act.path().endsWith("/deliveries") || act.path().endsWith("/cancel")) {
          act.link().changes().ifPresent(open::remove);
        }
      }
    }
    assertThat(open.values()).filteredOn(requested -> requested.isAfter(END)).hasSizeGreaterThan(5);
  }

  @Test
  void knowsShopsInEightCountriesSomeOfWhichStopBuying() {
    List<Shop> shops = new BusinessYear(1869, FIRST).shops();
    assertThat(shops).hasSize(60);
    assertThat(shops.stream().map(Shop::country).distinct()).hasSize(8);
    assertThat(shops.stream().filter(s -> s.habit().lastDay().isPresent())).hasSize(9);
  }

  private static List<Act> acts(long seed, LocalDate end) {
    return new BusinessYear(seed, FIRST)
        .daysUntil(end).stream()
            .flatMap(day -> day.phases().stream())
            .flatMap(List::stream)
            .toList();
  }

  private static Set<String> names(Act act) {
    Set<String> names = new HashSet<>();
    Matcher found = NAME.matcher(act.path());
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  private static int unfinished(List<Act> acts, String begun, String finished) {
    Set<String> open = new HashSet<>();
    for (Act act : acts) {
      if (act.path().endsWith(begun)) {
        open.add(act.key());
      } else if (act.path().endsWith(finished)) {
        act.link().changes().ifPresent(open::remove);
      }
    }
    return open.size();
  }
}
