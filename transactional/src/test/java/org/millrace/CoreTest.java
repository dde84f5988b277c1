package org.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void saysThatItIsUp() {
    HttpAnswer answer = core.send("GET", "/health", "", Map.of("Authorization", ""));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asString()).isEqualTo("up");
  }

  @Test
  void refusesWhoIsNotLoggedIn() {
    HttpAnswer answer = core.send("GET", "/api/users", "", Map.of("Authorization", ""));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("title").asString()).isEqualTo("Login needed");
  }
}
