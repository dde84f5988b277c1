package org.millrace.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Refused;

/** Values that lines name, which are usual, and which accounts need. */
class DimensionRulesTest {
  private static final DimensionCode PROJECT = new DimensionCode("PROJECT");

  @Test
  void valuesStandInTheOrderOfTheirDimensions() {
    DimensionValues read = new DimensionValues(" PROJECT = P7 ,COST-CENTRE=4100");
    assertThat(read.value()).isEqualTo("COST-CENTRE=4100;PROJECT=P7");
    assertThat(read.of(DimensionCode.COST_CENTRE)).contains(new DimensionValue("4100"));
    assertThat(DimensionValues.of(read.values())).isEqualTo(read);
  }

  @Test
  void anotherTextIsRefused() {
    for (String wrong : List.of("4100", "PROJECT=", "A=1;A=2", ";", "A=1=2")) {
      assertThatThrownBy(() -> new DimensionValues(wrong)).as(wrong).isInstanceOf(Refused.class);
    }
  }

  @Test
  void whatIsNamedCountsBeforeGroupAndPartyThenGroupThenPartyThenAll() {
    DimensionRules rules =
        new DimensionRules(
            Map.of(),
            Map.of(
                PROJECT,
                List.of(
                    usual("", "", "ALL"),
                    usual("", "C", "PARTY"),
                    usual("G", "", "GROUP"),
                    usual("G", "C", "BOTH"))));
    Optional<ItemGroupCode> group = Optional.of(new ItemGroupCode("G"));
    Optional<PartyCode> party = Optional.of(new PartyCode("C"));
    assertThat(rules.completed(Optional.of(new DimensionValues("PROJECT=OWN")), group, party))
        .contains(new DimensionValues("PROJECT=OWN"));
    assertThat(rules.completed(Optional.empty(), group, party))
        .contains(new DimensionValues("PROJECT=BOTH"));
    assertThat(rules.completed(Optional.empty(), group, Optional.empty()))
        .contains(new DimensionValues("PROJECT=GROUP"));
    assertThat(rules.completed(Optional.empty(), Optional.empty(), party))
        .contains(new DimensionValues("PROJECT=PARTY"));
    assertThat(rules.completed(Optional.of(new DimensionValues("X=1")), group, party))
        .contains(new DimensionValues("PROJECT=BOTH;X=1"));
    assertThat(rules.asksForGroups()).isTrue();
  }

  @Test
  void accountsOfARangeNeedAValue() {
    DimensionRules rules =
        new DimensionRules(
            Map.of(
                PROJECT,
                List.of(
                    new Dimension.Required("6000", Optional.of("6999")),
                    new Dimension.Required("4000", Optional.empty()))),
            Map.of());
    assertThat(rules.missing("6100", Optional.empty())).containsExactly(PROJECT);
    assertThat(rules.missing("4000", Optional.of(new DimensionValues("X=1"))))
        .containsExactly(PROJECT);
    assertThat(rules.missing("4100", Optional.empty())).isEmpty();
    assertThat(rules.missing("6999", Optional.of(new DimensionValues("PROJECT=1")))).isEmpty();
    assertThat(rules.concerns("7000")).isFalse();
  }

  private static Dimension.Usual usual(String group, String party, String value) {
    return new Dimension.Usual(
        Optional.of(group).filter(code -> !code.isEmpty()).map(ItemGroupCode::new),
        Optional.of(party).filter(code -> !code.isEmpty()).map(PartyCode::new),
        new DimensionValue(value));
  }
}
