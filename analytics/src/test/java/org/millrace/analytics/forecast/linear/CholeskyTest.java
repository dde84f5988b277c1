package org.millrace.analytics.forecast.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  private static final double CLOSE = 1e-9;

  @Test
  void solvesTheWorkedEquation() {
    double[] x = Cholesky.of(new double[][] {{4, 2}, {2, 3}}).solved(6, 7);

    assertThat(x[0]).isCloseTo(0.5, within(CLOSE));
    assertThat(x[1]).isCloseTo(2, within(CLOSE));
  }

  @Test
  void theSolutionGivesTheRightSideAgain() {
    Random random = new Random(1);
    int size = 12;
    double[][] matrix = new double[size][size];
    for (int k = 0; k < 2 * size; k++) {
      double[] v = random.doubles(size, -1, 1).toArray();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += v[i] * v[j];
        }
      }
    }
    double[] right = random.doubles(size, -5, 5).toArray();

    double[] x = Cholesky.of(matrix).solved(right);

    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += matrix[i][j] * x[j];
      }
      assertThat(sum).isCloseTo(right[i], within(CLOSE));
    }
  }

  @Test
  void invertsTheDiagonal() {
    double[] diagonal = Cholesky.of(new double[][] {{4, 2}, {2, 3}}).inverseDiagonal();

    assertThat(diagonal[0]).isCloseTo(3 / 8.0, within(CLOSE));
    assertThat(diagonal[1]).isCloseTo(4 / 8.0, within(CLOSE));
  }

  @Test
  void refusesWhatIsNotPositiveDefinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
        .withMessage("A positive definite matrix is needed, but the pivot of row 1 is -3.0.");
  }
}
