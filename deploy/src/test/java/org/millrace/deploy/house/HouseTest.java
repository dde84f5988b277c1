package org.millrace.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.millrace.deploy.house.SourceTree.SourceFile;

/** The house keeps its rules, and each rule refuses a counter-example. */
class HouseTest {

  private static final SourceTree HOUSE = SourceTree.ofCheckout(Path.of("..").toAbsolutePath());
  private static final String ROOM = "analytics/src/main/java/org/millrace/analytics/";

  private record Rule(
      String name, Function<SourceTree, List<String>> check, SourceTree counterExample) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("files are short", SizeRules::longFiles, java(lines("// line", 501))),
          new Rule("lines are short", SizeRules::wideLines, java("// " + "x".repeat(100))),
          new Rule("loads are short", SizeRules::longLoads, sql(lines("-- step", 151))),
          new Rule("packages are small", SizeRules::crowdedPackages, crowd()),
          new Rule("methods are short", SizeRules::longMethods, method("", "int i;\n", 70)),
          new Rule(
              "parameters are few",
              SizeRules::manyParameters,
              method("int a, int b, int c, int d, int e, int f, int g", "", 0)),
          new Rule(
              "records are small unless somebody outside reads their fields",
              SizeRules::wideRecords,
              java(
                  "record Sums(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}")),
          new Rule("no flags", SizeRules::booleanParameters, method("boolean isFast", "", 0)),
          new Rule("rooms are known", NameRules::strayTopLevel, SourceTree.of("stuff/a.txt", "")),
          new Rule(
              "packages say the business",
              NameRules::technicalPackages,
              SourceTree.of(ROOM + "util/Sums.java", "")),
          new Rule(
              "service is the business word",
              NameRules::technicalPackages,
              SourceTree.of(ROOM + "service/Sums.java", "")),
          new Rule(
              "types say the business",
              NameRules::technicalTypes,
              SourceTree.of(ROOM + "SumsHelper.java", "")),
          new Rule(
              "packages tell what they are", NameRules::packagesWithoutInfo, java("class Sums {}")),
          new Rule("nothing is unfinished", NameRules::unfinishedWords, java("// TODO later")),
          new Rule("no getters", NameRules::ownGetters, java("  public String getName() {\n  }\n")),
          new Rule(
              "tests do not sleep",
              NameRules::sleepingTests,
              SourceTree.of("deploy/src/test/java/SumsTest.java", "Thread.sleep(1);")),
          new Rule("no mocks", NameRules::mocking, java("import org.mockito.Mockito;")),
          new Rule(
              "folders are domains",
              NameRules::unknownDomains,
              SourceTree.of("warehouse/tables/misc/gold/sums/table.yaml", "")),
          new Rule(
              "boards are of domains",
              NameRules::unknownDomains,
              SourceTree.of("dashboards/boards/misc/sums/board.yaml", "")),
          new Rule(
              "terms stand once",
              NameRules::doubleTerms,
              SourceTree.of("docs/glossary.md", "| mart | a | b |\n| mart | c | d |")),
          new Rule(
              "internals are named where they are needed",
              ImportRules::strayInternals,
              java("import org.apache.spark.sql.catalyst.InternalRow;")),
          new Rule(
              "rows are made by name",
              RowRules::rowsByNumber,
              java("import org.apache.spark.sql.RowFactory;\n")),
          new Rule(
              "rows are read by name",
              RowRules::rowsByNumber,
              java("import org.apache.spark.sql.Row;\nint sum(Row sums) { sums.getInt(3); }")),
          new Rule(
              "any value of a row is read by name",
              RowRules::rowsByNumber,
              java("import org.apache.spark.sql.Row;\nint sum(Row sums) { sums.get(3); }")),
          new Rule(
              "modules talk by data",
              ImportRules::strayImports,
              java("import org.millrace.sales.Order;")),
          new Rule(
              "the launcher does not hold the demo company",
              ImportRules::strayImports,
              SourceTree.of(
                  "deploy/src/main/java/org/millrace/deploy/Sums.java",
                  "import org.millrace.demo.DemoCompany;")),
          new Rule(
              "the demo company knows no launcher",
              ImportRules::strayImports,
              SourceTree.of(
                  "deploy/demo/src/main/java/org/millrace/demo/Sums.java",
                  "import org.millrace.deploy.home.Home;")));

  @TestFactory
  Stream<DynamicTest> theHouseKeepsEachRule() {
    return RULES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertThat(rule.check().apply(HOUSE)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleRefusesItsCounterExample() {
    return RULES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () -> assertThat(rule.check().apply(rule.counterExample())).isNotEmpty()));
  }

  @Test
  void theTopLevelHoldsWhatTheDesignNames() {
    assertThat(HOUSE.files().stream().map(file -> file.path().split("/")[0]).distinct())
        .contains(
            "README.md",
            "pom.xml",
            "ingestion",
            "warehouse",
            "transactional",
            "analytics",
            "dashboards",
            "notebooks");
    assertThat(HOUSE.files().stream().map(SourceFile::path)).noneMatch(p -> p.endsWith(".sbt"));
  }

  private static SourceTree java(String text) {
    return SourceTree.of(ROOM + "Sums.java", text);
  }

  private static SourceTree sql(String text) {
    return SourceTree.of("warehouse/tables/sales/gold/sums/load.sql", text);
  }

  private static String lines(String line, int count) {
    return (line + "\n").repeat(count);
  }

  private static SourceTree method(String parameters, String statement, int count) {
    return java(
        "class Sums {\n  void sum(" + parameters + ") {\n" + statement.repeat(count) + "  }\n}\n");
  }

  private static SourceTree crowd() {
    return new SourceTree(
        IntStream.rangeClosed(1, 21)
            .mapToObj(i -> new SourceFile(ROOM + "Sum" + i + ".java", ""))
            .toList());
  }
}
