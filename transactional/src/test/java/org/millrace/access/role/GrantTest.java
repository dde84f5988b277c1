package org.millrace.access.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Refused;

/** Roles that are given, for companies and in regions. */
class GrantTest {
  private final Roles roles = Roles.read();

  @Provide
  Arbitrary<Grant> grants() {
    Arbitrary<String> companies = Arbitraries.of("*", "BIKES", "SHOP");
    Arbitrary<String> given = Arbitraries.of(List.copyOf(Roles.read().names()));
    Arbitrary<Set<String>> regions = Arbitraries.of("NORTH", "SOUTH", "WEST").set().ofMaxSize(2);
    return Combinators.combine(companies, given, regions).as(Grant::new);
  }

  /** A user keeps each role once; that takes nothing away from him and gives nothing more. */
  @Property(tries = 300)
  void areMergedWithoutChangingWhatTheyGive(@ForAll List<@From("grants") Grant> given) {
    Set<Grant> merged = Grant.merged(given);
    assertThat(merged)
        .extracting(grant -> grant.company() + " " + grant.role())
        .doesNotHaveDuplicates();
    assertThat(roles.permissions(merged)).isEqualTo(roles.permissions(given));
    assertThat(roles.regions(merged)).isEqualTo(roles.regions(given));
    assertThat(roles.conflictsOf(merged)).isEqualTo(roles.conflictsOf(Set.copyOf(given)));
    assertThat(Grant.merged(merged)).isEqualTo(merged);
    Map<String, Set<String>> asked = new TreeMap<>();
    given.forEach(
        grant ->
            asked
                .computeIfAbsent(grant.company() + " " + grant.role(), g -> new TreeSet<>())
                .addAll(grant.regions()));
    assertThat(merged)
        .allMatch(grant -> asked.get(grant.company() + " " + grant.role()).equals(grant.regions()));
  }

  /** Whoever gets one more role may do all that he could before, everywhere he could. */
  @Property(tries = 300)
  void neverTakeAnythingAway(
      @ForAll List<@From("grants") Grant> given, @ForAll("grants") Grant more) {
    Map<String, Set<String>> before = roles.permissions(given);
    List<Grant> all = new ArrayList<>(given);
    all.add(more);
    Map<String, Set<String>> after = roles.permissions(all);
    before.forEach((company, held) -> assertThat(after.get(company)).containsAll(held));
    assertThat(roles.conflictsOf(Set.copyOf(all)))
        .containsAll(roles.conflictsOf(Set.copyOf(given)));
  }

  @Test
  void nameRegionsThatCanBeNamed() {
    assertThat(new Grant("*", "sales", Set.of(" NORTH ")).regions()).containsExactly("NORTH");
    assertThatThrownBy(() -> new Grant("*", "sales", Set.of(" ")))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "The region cannot be used: regions is '', expected 1 to 40 printable characters");
  }

  @Test
  void areEverywhereForTheRoleThatIsGivenForAllCompaniesAlone() {
    assertThat(Grant.everywhere("sales").isEverywhere("sales")).isTrue();
    assertThat(Grant.everywhere("sales").isEverywhere("admin")).isFalse();
    assertThat(Grant.of("BIKES", "sales").isEverywhere("sales")).isFalse();
  }
}
