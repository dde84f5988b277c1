package org.millrace.tax.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.RegionCode;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;

/** What a rule names has to fit; what it does not name fits always. */
class TaxRuleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  @Test
  void fitsByWhatItNamesAlone() {
    assertThat(rule().fits(line("France", "BELL"))).isTrue();
    assertThat(rule("FR").fits(line("France", "BELL"))).isTrue();
    assertThat(rule("france").fits(line("FR", "BELL"))).isTrue();
    assertThat(rule("DE", "FR").fits(line("Italy", "BELL"))).isFalse();
  }

  @Test
  void fitsNothingThatDiffersInOneOfIt() {
    TaxRule narrow =
        new TaxRule(
            new TaxRuleCode("A"),
            "A",
            TaxEntry.Side.OUTPUT,
            1,
            List.of(),
            Optional.of(new RegionCode("SOUTH")),
            Optional.of(TaxRule.TaxNumber.PRESENT),
            Optional.of(new ItemGroupCode("GOODS")),
            Optional.of(new ItemCode("BELL")),
            Optional.of(DAY),
            Optional.of(DAY),
            new TaxCodeName("V20"));
    TaxRule.Line right = line("FR", "BELL");
    assertThat(narrow.fits(right)).isTrue();
    assertThat(
            Stream.of(
                    with(right, TaxEntry.Side.INPUT, DAY, "SOUTH", "GOODS", "BELL"),
                    with(right, TaxEntry.Side.OUTPUT, DAY.minusDays(1), "SOUTH", "GOODS", "BELL"),
                    with(right, TaxEntry.Side.OUTPUT, DAY.plusDays(1), "SOUTH", "GOODS", "BELL"),
                    with(right, TaxEntry.Side.OUTPUT, DAY, "NORTH", "GOODS", "BELL"),
                    with(right, TaxEntry.Side.OUTPUT, DAY, "SOUTH", "OTHER", "BELL"),
                    with(right, TaxEntry.Side.OUTPUT, DAY, "SOUTH", "GOODS", "RIM"))
                .filter(narrow::fits))
        .isEmpty();
  }

  @Test
  void refusesDaysAndCountriesThatMakeNoSense() {
    assertThatThrownBy(() -> rule("FR", "France"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("each country once");
    assertThatThrownBy(() -> valid(DAY, DAY.minusDays(1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not before the first day 2026-06-15");
  }

  private static TaxRule rule(String... countries) {
    return new TaxRule(
        new TaxRuleCode("A"),
        "A",
        TaxEntry.Side.OUTPUT,
        1,
        Stream.of(countries).map(TaxRule.Country::new).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TaxCodeName("V20"));
  }

  private static TaxRule valid(LocalDate from, LocalDate until) {
    return new TaxRule(
        new TaxRuleCode("A"),
        "A",
        TaxEntry.Side.OUTPUT,
        1,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(until),
        new TaxCodeName("V20"));
  }

  private static TaxRule.Line line(String country, String item) {
    return new TaxRule.Line(
        TaxEntry.Side.OUTPUT,
        DAY,
        country,
        Optional.of(new RegionCode("SOUTH")),
        TaxRule.TaxNumber.PRESENT,
        new ItemCode(item),
        Optional.of(new ItemGroupCode("GOODS")));
  }

  private static TaxRule.Line with(
      TaxRule.Line line,
      TaxEntry.Side side,
      LocalDate day,
      String region,
      String group,
      String item) {
    return new TaxRule.Line(
        side,
        day,
        line.country(),
        Optional.of(new RegionCode(region)),
        line.taxNumber(),
        new ItemCode(item),
        Optional.of(new ItemGroupCode(group)));
  }
}
