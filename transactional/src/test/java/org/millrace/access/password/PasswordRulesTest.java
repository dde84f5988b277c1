package org.millrace.access.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "aaaaaaaaaa",
        "          ",
        "1234567890",
        "0987654321",
        "abcdefghijkl",
        "abcabcabcabc",
        "Password2026!",
        "qwertyuiop",
        "millrace123",
        "i-am-bertha-too"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertThatThrownBy(() -> rules.check("bertha", password))
        .hasMessageStartingWith("The password cannot be used")
        .hasMessageNotContaining("'" + password + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "Longer-than-10", "春眠不觉晓处处闻啼鸟"})
  void takesALongOneWithoutAskingForSigns(String password) {
    assertThatCode(() -> rules.check("bertha", password)).doesNotThrowAnyException();
  }

  @Test
  void namesTheRuleThatIsBroken() {
    assertThatThrownBy(() -> rules.check("bertha", "1234567890"))
        .hasMessageContaining("no run such as 1234567890");
  }
}
