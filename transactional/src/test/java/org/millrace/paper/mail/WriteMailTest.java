package org.millrace.paper.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteMailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"anna@example.com", "a.b+c@x-y.example.co", "o'neil@firm.example", "1@2.cn"})
  void sendsToAddresses(String address) {
    assertThat(WriteMail.isAddress(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@",
        "@firm.example",
        "anna@firm",
        "a b@firm.example",
        "a..b@firm.example",
        "a@firm..example",
        "a@-firm.example",
        "a@b.example\r\nBcc: c@d.example",
        "Anna <anna@firm.example>",
        "a@b.example,c@d.example",
        "安娜@firm.example",
        "a@公司.example"
      })
  void sendsToNothingElse(String address) {
    assertThat(WriteMail.isAddress(address)).isFalse();
  }
}
