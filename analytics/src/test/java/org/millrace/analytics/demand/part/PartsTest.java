package org.millrace.analytics.demand.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.part.Parts.Part;

class PartsTest {

  @Test
  void partsKeepTheirProportionAndAddUpToTheItem() {
    List<double[]> adjusted =
        Parts.adjusted(new double[] {10, 0}, List.of(new Part(1, 3, 3), new Part(1, 5, 5)));

    assertThat(adjusted.get(0)).containsExactly(3.75, 0);
    assertThat(adjusted.get(1)).containsExactly(6.25, 0);
  }

  @Test
  void partsThatSayNothingShareByWhatTheySold() {
    List<double[]> adjusted =
        Parts.adjusted(new double[] {8}, List.of(new Part(30, 0), new Part(10, 0)));

    assertThat(adjusted.get(0)).containsExactly(6);
    assertThat(adjusted.get(1)).containsExactly(2);
    assertThat(Parts.adjusted(new double[] {8}, List.of(new Part(0, 0))).get(0)).containsExactly(8);
  }
}
