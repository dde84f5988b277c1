package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "series,t,value",
        "Series,Date,Value",
        "unique_id,ds,y",
        "id,month,sales",
        "item,week,demand",
        "sku,quarter,qty",
        "series,hour,value",
        "series,step,value",
        "name,year,quantity",
        "Item ID,period,Units",
        ",series,t,value"
      })
  void namesOfAnItemATimeAndAValueAreALongFile(String names) throws IOException {
    String index = names.startsWith(",") ? "7," : "";

    TestingRun run =
        TestingRun.of(
            folder,
            names + "\n" + index + "a,1,5\n" + index + "b,1,2\n" + index + "a,2,6\n",
            "--horizon",
            "1");

    assertThat(run.status()).as(run.said()).isZero();
    assertThat(run.rows()).hasSize(3);
  }

  @Test
  void theThreeMayStandInAnyOrderBesideSeasonAndHorizon() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder,
            "h,sales,year,item\n2,5,2020,a\n2,6,2021,a\n1,4,2020,b\n",
            "--horizon-column",
            "h");

    assertThat(run.rows()).hasSize(1 + 2 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"V1\",\"V2\",\"V3\",\"V4\"\n\"Y1\",5172.1,5133.5,\n\"Y2\",2070,2104,2394\n",
        "\"\",\"V2\",\"V3\"\n\"Y1\",5172.1,NA\n\"Y2\",2070,2394\n",
        "V1,V2,V3\n1,5,6\n2,6,7\n",
        "id,2014,2015,2016\n1,5,6,7\n2,5,6,7\n",
        "month,2014-01,2014-02\npump,5,6\nhose,5,6\n",
        "sku,1,2,3\n4711-10,5,6,7\n4711-12,5,6,7\n",
        "series,1,2,3\nY1,5,6,7\nY2,5,6,7\n"
      })
  void oneSeriesARowIsAWideFile(String text) throws IOException {
    TestingRun run = TestingRun.of(folder, text, "--horizon", "1");

    assertThat(run.status()).as(run.said()).isZero();
    assertThat(run.rows()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,a,b,c\n2020-01-01,1,2,3\n2020-02-01,2,4,6\n",
        "x,a,b\n2020-Q1,1,2\n2020-Q2,1,2\n",
        "year,a,b,c\n2020,1,2,3\n2021,2,4,6\n",
        "t;a;b\n1;5;6\n2;6;7\n"
      })
  void oneSeriesAColumnIsRefused(String text) throws IOException {
    TestingRun run = TestingRun.of(folder, text, "--horizon", "1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .contains("in.csv holds one series a column, since its first column is times ('")
        .contains("Put one series a row, its name first, or one value a row as series,t,value");
  }

  @Test
  void numberedColumnsWithoutOneOfNamesAreRefused() throws IOException {
    assertThat(TestingRun.of(folder, "m1,m2,m3\n12,1995,1\n24,5,6\n", "--horizon", "1").said())
        .contains("line 1: the first column, 'm1', is numbered as the others")
        .contains("Put one series a row, its name first");
  }

  @Test
  void aHeaderNamedAsTheSeriesAreIsNoHeader() throws IOException {
    assertThat(TestingRun.of(folder, "Y1,1,2,3\nY2,1,2,3\n", "--horizon", "1").said())
        .contains("line 1 holds values");
    assertThat(TestingRun.of(folder, "12,1995,1997\n24,5,6\n", "--horizon", "1").said())
        .contains("line 1 holds values");
  }

  @Test
  void aFileTakenForWideSaysSo() throws IOException {
    TestingRun run =
        TestingRun.of(folder, "artikel,monat,menge\na,1,5\na,2,6\nb,1,x\n", "--horizon", "1");

    assertThat(run.said())
        .contains("line 3: artikel 'a' was given before, in line 2")
        .endsWith(
            "Line 1 (artikel,monat,menge) was read as that of a wide file, one series a row, its"
                + " name first. For one value a row call the columns series, t and value\n");
    assertThat(
            TestingRun.of(folder, "store,item,date,sales\na,b,2020-01-01,5\n", "--horizon", "1")
                .said())
        .contains("Line 1 (store,item,date,sales) was read as that of a wide file");
    assertThat(TestingRun.of(folder, "id,1,2\na,1,2\na,3,4\n", "--horizon", "1").said())
        .doesNotContain("Line 1");
  }
}
