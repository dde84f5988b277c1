package org.millrace.document.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

class RecordMappingTest {
  record Number(String value) implements Code {}

  record Partner(Number code, String name) {}

  enum Mood {
    QUITE_GLAD
  }

  record Line(int line, Quantity quantity) {}

  record Paper(
      Number number,
      Partner partner,
      Optional<Partner> payer,
      Optional<LocalDate> dueOn,
      Money netAmount,
      Mood mood,
      List<Line> lines) {}

  private final RecordMapping<Paper> mapping = RecordMapping.of(Paper.class, Set.of("lines"));

  @Test
  void namesColumnsByComponentsAndCodesByTheirRecord() {
    assertThat(mapping.columns().stream().map(Column::name))
        .containsExactly(
            "number",
            "partner",
            "partner_name",
            "payer",
            "payer_name",
            "due_on",
            "net_amount",
            "mood");
    assertThat(mapping.columns().stream().map(Column::field))
        .startsWith("number", "partner", "partner.name", "payer", "payer.name", "dueOn");
  }

  @Test
  void givesTheValuesInTheOrderOfTheColumns() {
    Paper paper =
        new Paper(
            new Number("P-1"),
            new Partner(new Number("C"), "Shop"),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 3, 1)),
            Money.of(new BigDecimal("12.5"), Currency.getInstance("EUR")),
            Mood.QUITE_GLAD,
            List.of());
    assertThat(mapping.values(paper))
        .containsExactly(
            "P-1",
            "C",
            "Shop",
            null,
            null,
            LocalDate.of(2026, 3, 1),
            new BigDecimal("12.50"),
            "quite-glad");
    assertThat(mapping.number(paper)).isEqualTo(new Number("P-1"));
  }

  @Test
  void knowsAMasterByItsCodeAndADocumentByItsNumber() {
    record Master(Number code, Set<Mood> moods) {}
    RecordMapping<Master> master = RecordMapping.of(Master.class, Set.of());
    assertThat(master.key()).isEqualTo("code");
    assertThat(mapping.key()).isEqualTo("number");
    Master glad = new Master(new Number("M"), Set.of(Mood.QUITE_GLAD));
    assertThat(master.number(glad)).isEqualTo(new Number("M"));
    assertThat(master.values(glad)).containsExactly("M", new String[] {"quite-glad"});
    assertThat(master.column("moods").type().words()).containsExactly("quite-glad");
  }

  @Test
  void refusesARecordThatNoColumnsCanHold() {
    record Strange(Number number, Map<String, String> words) {}
    assertThatThrownBy(() -> RecordMapping.of(Strange.class, Set.of()))
        .hasMessageContaining("Strange.words")
        .hasMessageContaining("a column holds single values");
  }
}
