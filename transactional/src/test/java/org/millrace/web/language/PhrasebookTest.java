package org.millrace.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
  private final Phrasebook book =
      new Phrasebook(
          List.of(
              new Phrase("There is no {} in company {}.", "公司 {2} 没有{1!}。"),
              new Phrase("There is no {} in company {}. Register it.", "公司 {2} 没有{1!}。请登记。"),
              new Phrase("{} of {} is closed", "公司 {2} 的 {1} 已结账"),
              new Phrase("{} of {} is closed already, as {} is", "{2} 的 {1} 已结账，{3} 也是"),
              new Phrase("does not match: {}", "不符：{1;}"),
              new Phrase("more than 0", "大于 0")),
          List.of(
              new Phrase("order {}", "订单 {1}"),
              new Phrase("{} is {}, expected {}", "{1} 为 {2}，应为：{3!}"),
              new Phrase("{} or {}", "{1!}或{2!}")));

  @Test
  void putsWhatFillsTheGapsWhereTheOtherLanguageHasIt() {
    assertThat(book.said("2026-10 of DEMO is closed")).isEqualTo("公司 DEMO 的 2026-10 已结账");
    assertThat(book.said("more than 0")).isEqualTo("大于 0");
  }

  @Test
  void takesThePhraseWithMoreLiteralText() {
    assertThat(book.said("There is no X in company D. Register it.")).isEqualTo("公司 D 没有X。请登记。");
    assertThat(book.said("A of B is closed already, as C is")).isEqualTo("B 的 A 已结账，C 也是");
  }

  @Test
  void translatesWhatFillsAGapWhereItIsMarked() {
    assertThat(book.said("There is no order SO-1 in company D.")).isEqualTo("公司 D 没有订单 SO-1。");
    assertThat(book.said("There is no Order SO-1 in company D.")).isEqualTo("公司 D 没有订单 SO-1。");
    assertThat(book.said("does not match: a is 0, expected more than 0; b is 1, expected c"))
        .isEqualTo("不符：a 为 0，应为：大于 0；b 为 1，应为：c");
  }

  @Test
  void leavesWhatItDoesNotKnow() {
    assertThat(book.said("Something else")).isEqualTo("Something else");
    assertThat(book.said("")).isEmpty();
    assertThat(book.said("order SO-1")).as("a part is no message").isEqualTo("order SO-1");
    assertThat(book.said("more than 0.")).isEqualTo("more than 0.");
  }

  @Test
  void keepsValuesThatLookLikePlaces() {
    assertThat(book.said("{2} of {1!} is closed")).isEqualTo("公司 {1!} 的 {2} 已结账");
    assertThat(book.said("$1 of \\ is closed")).isEqualTo("公司 \\ 的 $1 已结账");
  }

  @Test
  void isNotLedAstrayByTheEnd() {
    assertThat(book.said("a of b is closed is closed")).isEqualTo("公司 b is closed 的 a 已结账");
    assertThat(book.said("There is no x in company .")).isEqualTo("公司  没有x。");
    assertThat(book.said(" of  is close")).isEqualTo(" of  is close");
  }

  @Test
  void walksThroughALongValueOnce() {
    String hostile = " of ".repeat(500_000) + "x or ".repeat(500_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(book.said(hostile)).isEqualTo(hostile);
          assertThat(book.said("There is no " + hostile + " in company D.")).startsWith("公司 D");
          assertThat(book.said("does not match: " + "; ".repeat(500_000))).startsWith("不符：");
        });
  }

  @Test
  void needsEachGapInTheOtherLanguage() {
    assertThatThrownBy(() -> new Phrase("{} of {}", "{1}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Phrase("closed", "{1}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Phrase("{}", "{1}")).isInstanceOf(IllegalArgumentException.class);
  }
}
