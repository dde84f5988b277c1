package org.millrace.deploy.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void whatSaysNothingIsCalledByItsName() {
    assertThat(Problems.why(new ConnectException())).isEqualTo("ConnectException");
    assertThat(Problems.why(new ConnectException("refused"))).isEqualTo("refused");
  }
}
