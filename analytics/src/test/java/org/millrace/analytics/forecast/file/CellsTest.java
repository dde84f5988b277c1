package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

  @ParameterizedTest
  @CsvSource({
    "2015M01, 2015-01",
    "2015-M1, 2015-01",
    "2015 M12, 2015-12",
    "Jan 2015, 2015-01",
    "sept-2015, 2015-09",
    "December 2015, 2015-12",
    "2015 Feb, 2015-02",
    "Q2 2015, 2015-Q2",
    "2015 W07, 2015-W07",
    "2015/3/1, 2015-03-01"
  })
  void monthsWeeksAndQuartersAreReadAsOftenWritten(String written, String plain) {
    assertThat(Steps.time(written, "t")).isEqualTo(Steps.time(plain, "t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/02/2015 | may be 2015-02-01 or 2015-01-02. Write one of these",
        "1-2-2015 | may be 2015-02-01 or 2015-01-02. Write one of these",
        "01.02.2015 | does not begin with the year. Write 2015-02-01",
        "13/02/2015 | does not begin with the year. Write 2015-02-13",
        "02/13/2015 | does not begin with the year. Write 2015-02-13",
        "03/03/2015 | does not begin with the year. Write 2015-03-03",
        "Mon 2015 | neither a whole number nor a date",
        "2014-W53 | neither a whole number nor a date",
        "31/31/2015 | neither a whole number nor a date"
      })
  void datesThatDoNotBeginWithTheYearAreRefusedWithAdvice(String written, String words) {
    assertThatExceptionOfType(FileRefused.class)
        .isThrownBy(() -> Steps.time(written, "in.csv line 2: t"))
        .withMessageStartingWith("in.csv line 2: t is '" + written + "', which ")
        .withMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,3 | Write 5.3, with a point before the fraction",
        "103,8645 | Write 103.8645, with a point before the fraction",
        "1,203 | Write 1203, or 1.203 if the comma begins the fraction",
        "1,203.5 | Write 1203.5, with nothing between the thousands",
        "1.203,5 | Write 1203.5, with a point before the fraction",
        "1,203,000 | Write 1203000, with nothing between the thousands",
        "1 203 | Write 1203, with nothing between the thousands",
        "1'203.5 | Write 1203.5, with nothing between the thousands",
        "$5 | Write the number alone, such as 1203.5",
        "5 % | Write the number alone, such as 1203.5",
        "5d | Write the number alone, such as 1203.5"
      })
  void numbersWrittenOtherwiseAreRefusedWithAdvice(String written, String words) {
    assertThatExceptionOfType(FileRefused.class)
        .isThrownBy(() -> Numbers.value(written, "in.csv line 2: value"))
        .withMessageStartingWith("in.csv line 2: value is '" + written + "', which is no number")
        .withMessageEndingWith(". " + words);
  }

  @Test
  void aNumberTooLargeIsRefused() {
    assertThatExceptionOfType(FileRefused.class)
        .isThrownBy(() -> Numbers.value("1e999", "in.csv line 2: value"))
        .withMessage("in.csv line 2: value is '1e999', which is too large");
    assertThat(Numbers.value("-1e3", "v")).isEqualTo(-1000);
    assertThat(Numbers.value("n/a", "v")).isNaN();
  }
}
