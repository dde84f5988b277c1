package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassesTest {

  private static Map<String, AbcClass> abc(Map<String, Double> values) {
    return AbcClasses.of(values, ClassBounds.DEFAULT);
  }

  @Test
  void sortsTheWorkedItems() {
    assertThat(abc(Map.of("saddle", 150.0, "frame", 500.0, "bolt", 50.0, "wheel", 300.0)))
        .containsExactly(
            Map.entry("frame", AbcClass.A),
            Map.entry("wheel", AbcClass.A),
            Map.entry("saddle", AbcClass.B),
            Map.entry("bolt", AbcClass.C));
  }

  @Test
  void theOnlyItemIsAButWorthlessOnesAreC() {
    assertThat(abc(Map.of("frame", 3.0))).containsEntry("frame", AbcClass.A);
    assertThat(abc(Map.of("frame", 0.0))).containsEntry("frame", AbcClass.C);
    assertThat(abc(Map.of())).isEmpty();
  }

  @Property(seed = "20261124")
  void classesFallWithValueAndIgnoreScaleAndOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 50) Integer> values) {
    Map<String, Double> plain = new LinkedHashMap<>();
    Map<String, Double> turned = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      int back = values.size() - 1 - i;
      plain.put("item" + i, (double) values.get(i));
      turned.put("item" + back, values.get(back) * 8.0);
    }

    Map<String, AbcClass> classes = abc(plain);

    assertThat(abc(turned)).isEqualTo(classes);
    assertThat(List.copyOf(classes.values())).isSorted();
  }

  @Test
  void measuresTheWorkedVariation() {
    assertThat(Variation.of(List.of(8.0, 12.0, 10.0, 10.0)).orElseThrow())
        .isCloseTo(0.1633, within(5e-5));
  }

  @Test
  void theBoundsOfVariationBelongToTheNextClass() {
    assertThat(xyz(OptionalDouble.of(0.499))).isEqualTo(XyzClass.X);
    assertThat(xyz(OptionalDouble.of(0.5))).isEqualTo(XyzClass.Y);
    assertThat(xyz(OptionalDouble.of(1.0))).isEqualTo(XyzClass.Z);
  }

  @Test
  void unknownVariationIsErratic() {
    assertThat(xyz(Variation.of(List.of(5.0)))).isEqualTo(XyzClass.Z);
    assertThat(xyz(Variation.of(List.of(0.0, 0.0)))).isEqualTo(XyzClass.Z);
  }

  @Test
  void refusesBoundsThatFall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassBounds(0.9, 0.8, 0.5, 1))
        .withMessageContaining("shares 0.9 and 0.8");
  }

  @Test
  void oneServiceLevelCanBeChanged() {
    ServiceLevels levels = ServiceLevels.defaults();

    assertThat(levels.with(AbcClass.C, XyzClass.Z, 0.8).of(AbcClass.C, XyzClass.Z)).isEqualTo(0.8);
    assertThat(levels.of(AbcClass.C, XyzClass.Z)).isEqualTo(0.9);
  }

  private static XyzClass xyz(OptionalDouble variation) {
    return Variation.classOf(variation, ClassBounds.DEFAULT);
  }
}
