package org.millrace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreClientTest {
  private static final Path ANSWERS = Path.of("..", "contracts", "answers.json");
  private static final String PLANS = "/api/companies/COMPANY/planning/plans";

  private final RecordedCore core = RecordedCore.with(ANSWERS);
  private final CoreClient client =
      new CoreClient(
          core.address(),
          new CoreLogin("planning", "secret"),
          new CorePatience(Duration.ofSeconds(20), 3, Duration.ofMillis(1)));

  @AfterEach
  void stopsTheCore() {
    core.close();
  }

  @Test
  void logsInOnceAndSendsTheKey() {
    core.saying("login", "plan-taken");
    assertThat(client.send(plan("k1")).isDone()).isTrue();
    assertThat(client.send(plan("k2")).json().isObject()).isTrue();
    assertThat(core.asked())
        .containsExactly(
            "POST /api/login ", "POST " + PLANS + " Bearer T", "POST " + PLANS + " Bearer T");
    assertThat(core.keys()).containsExactly("k1", "k2");
  }

  @Test
  void sendsTheSameAgainAfterALostLock() {
    core.saying("login", "lost-lock", "plan-taken");
    assertThat(client.send(plan("k")).isDone()).isTrue();
    assertThat(core.keys()).containsExactly("k", "k");
  }

  @Test
  void sendsTheSameAgainWhenTheOutcomeIsUnknown() {
    core.saying("login", "outcome-unknown", "plan-taken");
    assertThat(client.send(plan("k")).isDone()).isTrue();
    assertThat(core.keys()).containsExactly("k", "k");
  }

  @Test
  void givesUpAfterItsTriesAndSaysThatItIsLater() {
    core.saying("login", "lost-lock");
    CoreAnswer answer = client.send(plan("k"));
    assertThat(answer.isLater()).isTrue();
    assertThat(answer.problem()).isEqualTo("lost-lock");
    assertThat(core.keys()).containsExactly("k", "k", "k");
  }

  @Test
  void takesARefusalForWhatItIs() {
    core.saying("login", "plan-refused");
    CoreAnswer answer = client.send(plan("k"));
    assertThat(answer.isDone()).isFalse();
    assertThat(answer.isLater()).isFalse();
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.detail()).contains("NONE");
    assertThat(core.keys()).containsExactly("k");
  }

  @Test
  void logsInAgainWhenItsTokenIsWorn() {
    core.saying("login", "plan-taken", "login-needed", "login", "plan-taken");
    client.send(plan("k1"));
    assertThat(client.send(plan("k2")).isDone()).isTrue();
    assertThat(core.asked().stream().filter(a -> a.startsWith("POST /api/login"))).hasSize(2);
  }

  @Test
  void saysWhoIsNotLetIn() {
    core.saying("login-failed");
    assertThatExceptionOfType(CoreUnreachable.class)
        .isThrownBy(() -> client.send(plan("k")))
        .withMessageContaining("does not let planning in (401)")
        .withMessageContaining("password is wrong");
  }

  @Test
  void saysWhereNobodyAnswers() {
    core.close();
    assertThatExceptionOfType(CoreUnreachable.class)
        .isThrownBy(() -> client.send(plan("k")))
        .withMessageContaining(core.address() + " does not answer");
  }

  @Test
  void encodesInAPathWhatMustBeAndNothingElse() {
    assertThat(CorePath.of("api", "companies", "A/B ;%", "items", "a~b.c_d-e"))
        .isEqualTo("/api/companies/A%2FB%20%3B%25/items/a~b.c_d-e");
  }

  private static CoreCommand plan(String key) {
    return CoreCommand.post(PLANS, key, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
