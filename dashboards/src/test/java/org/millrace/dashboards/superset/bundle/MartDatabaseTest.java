package org.millrace.dashboards.superset.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MartDatabaseTest {
  @Test
  void masksThePasswordAsSupersetDoes() {
    MartDatabase database = new MartDatabase("postgresql://reader@10.0.0.7/millrace", "secret");
    assertThat(database.masked())
        .isEqualTo("postgresql://reader:XXXXXXXXXX@10.0.0.7:5432/millrace");
    assertThat(database.toString()).doesNotContain("secret");
  }

  @Test
  void refusesAPasswordInTheAddressWithoutRepeatingIt() {
    assertThatThrownBy(() -> new MartDatabase("postgresql://reader:hush@h:1/millrace", "x"))
        .hasMessageContaining("read from a file")
        .hasMessageNotContaining("hush");
  }

  @Test
  void refusesAJdbcAddress() {
    assertThatThrownBy(() -> new MartDatabase("jdbc:postgresql://h:1/millrace", "x"))
        .hasMessageContaining("jdbc:postgresql://h:1/millrace")
        .hasMessageContaining("postgresql://reader@127.0.0.1:5432/millrace");
  }

  @Test
  void refusesAnAddressWithoutUser() {
    assertThatThrownBy(() -> new MartDatabase("postgresql://h:1/millrace", "x"))
        .hasMessageContaining("needs a user");
  }
}
