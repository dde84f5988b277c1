package org.millrace.bank.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.shared.Money;

/** Whatever comes, a proposal adds up to its lines and no item is settled beyond what is open. */
class MatchesAddUpTest {
  private static final MatchRules RULES =
      new MatchRules(BigDecimal.ONE, Optional.of(Money.of("1.00", "EUR")), List.of(), List.of());
  private static final Money ZERO = Money.zero(RandomBank.EUR);

  @Property(tries = 300)
  void addsUpAndSettlesNothingTwice(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int items) {
    RandomBank bank = new RandomBank(seed, items, 40, 7);
    List<Match> matches =
        MatchLines.match(bank.lines(), bank.items(), RULES, List.of(), RandomBank.EUR);
    Map<String, BankLine> lines =
        bank.lines().stream().collect(Collectors.toMap(BankLine::ref, Function.identity()));
    List<String> matched = new ArrayList<>();
    Map<String, Money> settled = new HashMap<>();
    for (Match match : matches) {
      matched.addAll(match.lines());
      Money sum =
          match.lines().stream().map(ref -> lines.get(ref).amount()).reduce(ZERO, Money::plus);
      if (isBooked(match)) {
        assertThat(match.total(ZERO)).as(match.toString()).isEqualTo(sum);
      } else {
        assertThat(match.items()).isEmpty();
      }
      match.items().forEach(a -> settled.merge(a.item().ref(), a.amount(), Money::plus));
    }
    assertThat(matched).containsExactlyInAnyOrderElementsOf(lines.keySet()).doesNotHaveDuplicates();
    for (OpenItem item : bank.items()) {
      Money paid = settled.getOrDefault(item.ref(), ZERO);
      assertThat(paid.amount().abs()).isLessThanOrEqualTo(item.amount().amount().abs());
      assertThat(paid.amount().signum() * item.amount().amount().signum()).isNotNegative();
    }
  }

  private static boolean isBooked(Match match) {
    return match.ground().reason() != MatchReason.UNMATCHED
        && match.ground().reason() != MatchReason.DUPLICATE;
  }
}
